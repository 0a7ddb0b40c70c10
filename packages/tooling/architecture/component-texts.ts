import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'vitest/node';

/** Attributes and properties of components that people read or hear. */
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'error',
  'hint',
  'label',
  'lead',
  'placeholder',
  'title',
]);
/** The same in every language. */
const names = /^(MallHive|UTC|\P{Letter}*)$/u;

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** Strings that an expression may turn out to be: of both sides of a choice, and what a template says between its values. */
function stringsOf(expression: unknown): string[] {
  if (!isNode(expression)) return [];
  const { type } = expression;
  if (type === 'Literal') return typeof expression.value === 'string' ? [expression.value] : [];
  if (type === 'TemplateLiteral')
    return (expression.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  if (type === 'JSXExpressionContainer' || type === 'ParenthesizedExpression') return stringsOf(expression.expression);
  if (type === 'ConditionalExpression')
    return [...stringsOf(expression.consequent), ...stringsOf(expression.alternate)];
  if (type === 'LogicalExpression') return [...stringsOf(expression.left), ...stringsOf(expression.right)];
  return [];
}

/** Words that a component says itself, as `line: words`. */
export function textsInComponent(source: string): string[] {
  const found: string[] = [];
  const note = (node: Node, texts: readonly string[]) => {
    for (const text of texts) {
      const words = text.trim();
      if (!/\p{Letter}{2}/u.test(words) || words.split(/\s+/).every((word) => names.test(word))) continue;
      found.push(`${source.slice(0, node.start).split('\n').length}: ${words}`);
    }
  };
  const visit = (node: Node): void => {
    if (node.type === 'JSXText') note(node, [String(node.value)]);
    if (node.type === 'JSXAttribute' && isNode(node.name) && spoken.has(String(node.name.name)))
      note(node, stringsOf(node.value));
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node.children as Node[])
        if (child.type === 'JSXExpressionContainer') note(child, stringsOf(child));
    childrenOf(node).forEach(visit);
  };
  visit(parseAst(source, { lang: 'tsx' }) as unknown as Node);
  return found;
}

/** What the shop's pages and components say in words of their own instead of those of the message files. */
export function textsInFolder(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
    .sort()
    .flatMap((file) =>
      textsInComponent(readFileSync(path.join(root, folder, file), 'utf8')).map(
        (text) => `${folder}/${file.replaceAll('\\', '/')}:${text}`,
      ),
    );
}
