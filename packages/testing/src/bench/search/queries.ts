/** Queries of which the wanted product is known: its name, said as people say it. */
export const kinds = ['exact', 'words dropped', 'reordered', 'one typo', 'two typos', 'prefix'] as const;
export type Kind = (typeof kinds)[number];

export interface KnownItem {
  kind: Kind;
  query: string;
  /** Titles can be shared; each product of that title is right. */
  title: string;
}

type Random = () => number;

/** The same numbers for the same seed (mulberry32). */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const below = (random: Random, limit: number) => Math.floor(random() * limit);

function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const result = [...items];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = below(random, index + 1);
    [result[index], result[other]] = [result[other] as Item, result[index] as Item];
  }
  return result;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** A letter wrong, missing, too many, or two swapped; the first letter stays, as it mostly does. */
function misspelt(random: Random, word: string): string {
  const at = 1 + below(random, word.length - 2);
  const letter = letters[below(random, letters.length)] ?? 'e';
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  switch (below(random, 4)) {
    case 0:
      return before + letter + after;
    case 1:
      return before + after;
    case 2:
      return before + letter + word.slice(at);
    default:
      return before + after.slice(0, 1) + word.slice(at, at + 1) + after.slice(1);
  }
}

function withTypos(random: Random, words: readonly string[], count: number): string[] | null {
  const long = words.flatMap((word, index) => (/^[a-z]{4,}$/.test(word) ? [index] : []));
  if (long.length < count) return null;
  const hit = new Set(shuffled(random, long).slice(0, count));
  return words.map((word, index) => (hit.has(index) ? misspelt(random, word) : word));
}

function say(kind: Kind, random: Random, words: readonly string[]): string[] | null {
  switch (kind) {
    case 'exact':
      return [...words];
    case 'words dropped': {
      if (words.length < 3) return null;
      const gone = new Set(shuffled(random, [...words.keys()]).slice(0, words.length > 4 ? 2 : 1));
      return words.filter((_, index) => !gone.has(index));
    }
    case 'reordered':
      return words.length < 2 ? null : shuffled(random, words);
    case 'one typo':
      return withTypos(random, words, 1);
    case 'two typos':
      return withTypos(random, words, 2);
    case 'prefix': {
      const last = words.at(-1) ?? '';
      return last.length < 4
        ? null
        : [...words.slice(0, -1), last.slice(0, Math.max(3, last.length - 1 - below(random, 3)))];
    }
  }
}

/** `count` queries of each kind, of products drawn with a fixed seed. */
export function knownItems(titles: readonly string[], count: number, seed = 20_111_209): KnownItem[] {
  const random = seeded(seed);
  return kinds.flatMap((kind) => {
    const items: KnownItem[] = [];
    for (const title of shuffled(random, titles)) {
      if (items.length >= count) break;
      const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
      const query = words.length > 0 ? say(kind, random, words) : null;
      if (query) items.push({ kind, query: query.join(' '), title });
    }
    return items;
  });
}
