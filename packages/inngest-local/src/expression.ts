import { type ASTNode, type ParseResult, parse } from '@marcbachmann/cel-js';

/** What an expression may name: `event` is the trigger, `async` the event that arrived later. */
export interface Scope {
  event: unknown;
  async?: unknown;
}

type Path = readonly string[];

interface Compiled {
  run: ParseResult;
  /** Members that the expression names; a missing one reads as null rather than failing. */
  paths: Path[];
  /** Conjuncts `event.… == async.…` (or a constant): what makes a wait findable by an index. */
  equalities: Array<{ async: Path; other: { path: Path } | { value: string | number | boolean } }>;
}

const cache = new Map<string, Compiled | Error>();

function pathOf(node: ASTNode): Path | undefined {
  if (node.op === 'id') return node.args === 'event' || node.args === 'async' ? [node.args] : undefined;
  if (node.op === '.') {
    const parent = pathOf(node.args[0]);
    return parent && [...parent, node.args[1]];
  }
  if (node.op === '[]' && node.args[1].op === 'value' && typeof node.args[1].args === 'string') {
    const parent = pathOf(node.args[0]);
    return parent && [...parent, node.args[1].args];
  }
  return undefined;
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

function collectPaths(value: unknown, into: Path[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collectPaths(item, into);
    return;
  }
  if (!isNode(value)) return;
  if (value.op === 'call' && value.args[0] === 'has') return;
  const path = pathOf(value);
  if (path) into.push(path);
  else collectPaths(value.args, into);
}

function collectEqualities(node: ASTNode, into: Compiled['equalities']): void {
  if (node.op === '&&') {
    collectEqualities(node.args[0], into);
    collectEqualities(node.args[1], into);
  }
  if (node.op !== '==') return;
  for (const [near, far] of [node.args, [node.args[1], node.args[0]] as const]) {
    const path = pathOf(near);
    if (path?.[0] !== 'async') continue;
    const other = pathOf(far);
    if (other?.[0] === 'event') into.push({ async: path.slice(1), other: { path: other.slice(1) } });
    else if (far.op === 'value') {
      const value = typeof far.args === 'bigint' ? Number(far.args) : far.args;
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
        into.push({ async: path.slice(1), other: { value } });
      }
    }
  }
}

function compile(source: string): Compiled | Error {
  let compiled = cache.get(source);
  if (!compiled) {
    try {
      const run = parse(source);
      const paths: Path[] = [];
      const equalities: Compiled['equalities'] = [];
      collectPaths(run.ast, paths);
      collectEqualities(run.ast, equalities);
      compiled = { run, paths, equalities };
    } catch (error) {
      compiled = error instanceof Error ? error : new Error(String(error));
    }
    cache.set(source, compiled);
  }
  return compiled;
}

function read(root: unknown, path: Path): unknown {
  let value = root;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** A copy of the scope in which a missing member along the path is null. */
function withMember(value: unknown, path: Path): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value ?? null;
  const members = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  if (Array.isArray(value)) return value;
  return { ...members, [name]: withMember(Object.hasOwn(members, name) ? members[name] : null, rest) };
}

export type Evaluation = { ok: true; value: unknown } | { ok: false; error: string };

/** Values come back as plain JSON values: integers as numbers. */
export function evaluate(source: string, scope: Scope): Evaluation {
  const compiled = compile(source);
  if (compiled instanceof Error) return { ok: false, error: compiled.message };
  let filled: unknown = { event: scope.event, async: scope.async ?? null };
  for (const path of compiled.paths) if (read(filled, path) === undefined) filled = withMember(filled, path);
  try {
    const value = compiled.run(filled as Record<string, unknown>);
    return { ok: true, value: typeof value === 'bigint' ? Number(value) : value };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether an event passes a filter. No filter passes all; a filter that cannot be evaluated passes none. */
export function matches(source: string | null | undefined, scope: Scope): boolean {
  if (!source) return true;
  const compiled = compile(source);
  if (compiled instanceof Error) return false;
  // Two absent members are not "the same order": without this, `match: 'data.orderId'` would match events that have none.
  for (const equality of compiled.equalities) {
    const absent = read(scope.async, equality.async) === undefined;
    if (absent && 'path' in equality.other && read(scope.event, equality.other.path) === undefined) return false;
  }
  const result = evaluate(source, scope);
  return result.ok && result.value === true;
}

/** A key made by an expression over the trigger; an expression that fails gives the empty key. */
export function keyOf(source: string | undefined, event: unknown): string {
  if (!source) return '';
  const result = evaluate(source, { event });
  if (!result.ok) return '';
  return typeof result.value === 'string' ? result.value : JSON.stringify(result.value ?? null);
}

export interface MatchKey {
  path: string;
  value: string;
}

/** The first equality of a filter whose value is known when the wait begins. */
export function matchKeyOf(source: string | null | undefined, event: unknown): MatchKey | undefined {
  const compiled = source ? compile(source) : undefined;
  if (!compiled || compiled instanceof Error) return undefined;
  for (const equality of compiled.equalities) {
    const value = 'value' in equality.other ? equality.other.value : read(event, equality.other.path);
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      return { path: equality.async.join('.'), value: JSON.stringify(value) };
    }
  }
  return undefined;
}

/** The value that an arriving event has at such a path, in the same spelling. */
export function matchValueAt(event: unknown, path: string): string | undefined {
  const value = read(event, path.split('.'));
  return value === undefined ? undefined : JSON.stringify(value);
}
