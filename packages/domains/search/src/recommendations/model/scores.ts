export interface Scored {
  item: number;
  score: number;
}

/** Sums by item that are emptied at the cost of what was touched, not of the whole catalogue. */
export interface Scores {
  add(item: number, score: number): void;
  get(item: number): number;
  /** The greatest `count`, best first; of equals the lower number. Empties the sums. */
  best(count: number): Scored[];
  /** Every touched item; empties the sums. */
  take(): Scored[];
}

export function createScores(items: number): Scores {
  const sums = new Float64Array(items);
  const touched: number[] = [];
  const take = (): Scored[] => {
    const all = touched.map((item) => ({ item, score: sums[item] ?? 0 }));
    for (const item of touched) sums[item] = 0;
    touched.length = 0;
    return all;
  };
  return {
    add: (item, score) => {
      if (score === 0) return;
      const before = sums[item] ?? 0;
      if (before === 0) touched.push(item);
      sums[item] = before + score;
    },
    get: (item) => sums[item] ?? 0,
    best: (count) => bestOf(take(), count),
    take,
  };
}

/** The greatest `count`, best first; of equals the lower number, so that a repeat answers the same. */
export function bestOf(all: Scored[], count: number): Scored[] {
  const ahead = (a: Scored, b: Scored) => b.score - a.score || a.item - b.item;
  if (all.length > count * 8) {
    // Most are far from being shown: leave them out before sorting.
    const sample = all.map(({ score }) => score).toSorted((a, b) => b - a);
    const least = sample[count - 1] ?? 0;
    return all
      .filter(({ score }) => score >= least)
      .toSorted(ahead)
      .slice(0, count);
  }
  return all.toSorted(ahead).slice(0, count);
}
