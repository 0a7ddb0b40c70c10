import type { Split } from './purchases.ts';

/** Answers the products for a shopper, best first. */
export type Algorithm = (shopper: number, count: number) => readonly number[];

export interface Outcome {
  shopper: number;
  regular: boolean;
  hit: number;
  ndcg: number;
  recall: number;
  top: readonly number[];
}

export interface Figures {
  shoppers: number;
  hit: number;
  ndcg: number;
  recall: number;
  /** Share of the catalogue that somebody was shown among the first ten. */
  coverage: number;
}

const gain = (place: number) => 1 / Math.log2(place + 2);

export function measure(split: Split, algorithm: Algorithm): Outcome[] {
  return split.next.map(({ shopper, items, regular }) => {
    const shown = algorithm(shopper, 20);
    const top = shown.slice(0, 10);
    const best = Array.from({ length: Math.min(10, items.size) }, (_, place) => gain(place)).reduce((a, b) => a + b, 0);
    return {
      shopper,
      regular,
      hit: top.some((item) => items.has(item)) ? 1 : 0,
      ndcg: top.reduce((sum, item, place) => sum + (items.has(item) ? gain(place) : 0), 0) / best,
      recall: shown.filter((item) => items.has(item)).length / items.size,
      top,
    };
  });
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

export function summarise(outcomes: readonly Outcome[], items: number): Figures {
  return {
    shoppers: outcomes.length,
    hit: mean(outcomes.map(({ hit }) => hit)),
    ndcg: mean(outcomes.map(({ ndcg }) => ndcg)),
    recall: mean(outcomes.map(({ recall }) => recall)),
    coverage: new Set(outcomes.flatMap(({ top }) => top)).size / items,
  };
}

/** A number between 0 and 1 that is the same in every run. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * By how much ours is better, with the interval in which 95 of 100 resamples of the shoppers lie. Outcomes are paired by
 * place; a shopper who is in several cuts is drawn with all of them.
 */
export function bootstrap(ours: readonly Outcome[], theirs: readonly Outcome[], of: 'hit' | 'ndcg' | 'recall') {
  const gains = new Map<number, { sum: number; count: number }>();
  ours.forEach((outcome, index) => {
    const own = gains.get(outcome.shopper) ?? { sum: 0, count: 0 };
    own.sum += outcome[of] - (theirs[index]?.[of] ?? 0);
    own.count += 1;
    gains.set(outcome.shopper, own);
  });
  const shoppers = [...gains.values()];
  const random = createRandom(20_111_209);
  const drawn = Array.from({ length: 1_000 }, () => {
    let sum = 0;
    let count = 0;
    for (let draw = 0; draw < shoppers.length; draw += 1) {
      const one = shoppers[Math.floor(random() * shoppers.length)];
      sum += one?.sum ?? 0;
      count += one?.count ?? 0;
    }
    return sum / Math.max(1, count);
  }).toSorted((a, b) => a - b);
  return {
    mean: mean(ours.map((outcome, index) => outcome[of] - (theirs[index]?.[of] ?? 0))),
    low: drawn[25] ?? 0,
    high: drawn[974] ?? 0,
  };
}
