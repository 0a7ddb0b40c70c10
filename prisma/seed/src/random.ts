/** A seeded generator (mulberry32 over an FNV-1a hash of the key): the same key gives the same shop on every machine. */
export interface Random {
  next(): number;
  int(minimum: number, maximum: number): number;
  chance(probability: number): boolean;
  pick<T>(values: readonly T[]): T;
  /** `count` different values, in their first order. */
  sample<T>(values: readonly T[], count: number): T[];
  weighted<T>(values: readonly { value: T; weight: number }[]): T;
}

export function createRandom(key: string): Random {
  let state = 2166136261;
  for (let index = 0; index < key.length; index += 1) {
    state = Math.imul(state ^ key.charCodeAt(index), 16777619);
  }
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (minimum: number, maximum: number): number => minimum + Math.floor(next() * (maximum - minimum + 1));
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(next() * values.length)];
    if (value === undefined) throw new RangeError('Cannot pick from an empty list');
    return value;
  };
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    sample: (values, count) => {
      const indexes = values.map((_, index) => index);
      for (let index = indexes.length - 1; index > 0; index -= 1) {
        const other = Math.floor(next() * (index + 1));
        const left = indexes[index] ?? 0;
        indexes[index] = indexes[other] ?? 0;
        indexes[other] = left;
      }
      const chosen = new Set(indexes.slice(0, count));
      return values.filter((_, index) => chosen.has(index));
    },
    weighted: (values) => {
      let at = next() * values.reduce((total, { weight }) => total + weight, 0);
      for (const { value, weight } of values) {
        at -= weight;
        if (at < 0) return value;
      }
      return pick(values).value;
    },
  };
}
