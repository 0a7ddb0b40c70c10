import { type History, linesOf, listOf } from './history.ts';
import { createScores, type Scored } from './scores.ts';

export interface PairSettings {
  /** A common basket counts for half after so many days. */
  halfLife: number;
  /** So many common baskets are chance. */
  chance: number;
}

/** Baskets bigger than this are wholesale: they cost their size squared and say little of each pair. */
const largestBasket = 400;

/**
 * What is bought with an item: common baskets in proportion to how often each of the two is bought (cosine), big baskets
 * counting less, a handful of common baskets less than many.
 */
export function createPairs(history: History, now: number, { halfLife, chance }: PairSettings) {
  const scores = createScores(history.items);
  const weightOf = new Float64Array(history.baskets);
  const weightOfItem = new Float64Array(history.items);
  for (let basket = 0; basket < history.baskets; basket += 1) {
    const items = linesOf(history, basket);
    if (items.length < 2 || items.length > largestBasket) continue;
    const weight = 2 ** (-(now - (history.dayOf[basket] ?? now)) / halfLife) / Math.log2(1 + items.length);
    weightOf[basket] = weight;
    for (const item of items) weightOfItem[item] = (weightOfItem[item] ?? 0) + weight;
  }
  return {
    /** Best first, at most `count`. `together`: what is rarely bought without this one, instead of what suits it. */
    of(item: number, count: number, together = false): Scored[] {
      for (const basket of listOf(history.basketsOfItem, item)) {
        const weight = weightOf[basket] ?? 0;
        if (weight === 0) continue;
        for (const other of linesOf(history, basket)) if (other !== item) scores.add(other, weight);
      }
      const mine = weightOfItem[item] ?? 0;
      const found = scores.take().map(({ item: other, score }) => {
        const theirs = weightOfItem[other] ?? 0;
        const sure = score / (score + chance);
        const closeness = together ? score / (mine + theirs - score) : score / Math.sqrt(mine * theirs);
        return { item: other, score: closeness * sure };
      });
      return found.toSorted((a, b) => b.score - a.score || a.item - b.item).slice(0, count);
    },
  };
}

export type Pairs = ReturnType<typeof createPairs>;
