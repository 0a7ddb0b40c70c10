import type { Synonym } from './contract.ts';
import { words } from './words.ts';

/** What finds what: from the first word of a term to the term and everything it also finds. */
export type SynonymRules = ReadonlyMap<string, readonly { term: readonly string[]; others: readonly string[][] }[]>;

export function toRules(synonyms: readonly Pick<Synonym, 'kind' | 'terms' | 'replacements'>[]): SynonymRules {
  const rules = new Map<string, { term: string[]; others: string[][] }[]>();
  for (const { kind, terms, replacements } of synonyms) {
    const split = terms.map(words).filter((term) => term.length > 0);
    for (const term of split) {
      const others = kind === 'one_way' ? replacements.map(words) : split.filter((other) => other !== term);
      const [first = ''] = term;
      rules.set(first, [...(rules.get(first) ?? []), { term, others: others.filter((other) => other.length > 0) }]);
    }
  }
  return rules;
}

/** One slot per typed word, or per term of several words that has synonyms; longer terms win. */
export function toSlots(typed: readonly string[], rules: SynonymRules): string[][][] {
  const slots: string[][][] = [];
  for (let at = 0; at < typed.length; ) {
    const found = (rules.get(typed[at] ?? '') ?? []).filter(({ term }) =>
      term.every((word, offset) => typed[at + offset] === word),
    );
    const longest = Math.max(1, ...found.map(({ term }) => term.length));
    const others = found.filter(({ term }) => term.length === longest).flatMap((rule) => rule.others);
    slots.push([typed.slice(at, at + longest), ...others]);
    at += longest;
  }
  return slots;
}
