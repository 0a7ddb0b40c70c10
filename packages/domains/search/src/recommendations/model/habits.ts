import { type History, linesOf, listOf } from './history.ts';
import { createScores, type Scored } from './scores.ts';

export interface HabitSettings {
  /** A purchase counts for half after so many days. */
  halfLife: number;
  /** And for so much of the one before it, however short or long it is ago. */
  perBasket: number;
}

/** How much of every item each shopper is used to buying: purchases, the last ones most. One list of items a shopper. */
export function createHabits(history: History, now: number, { halfLife, perBasket }: HabitSettings): Scored[][] {
  const scores = createScores(history.items);
  return Array.from({ length: history.shoppers }, (_, shopper) => {
    const baskets = listOf(history.basketsOfShopper, shopper);
    baskets.forEach((basket, index) => {
      const age = now - (history.dayOf[basket] ?? now);
      const weight = 2 ** (-age / halfLife) * perBasket ** (baskets.length - 1 - index);
      for (const item of linesOf(history, basket)) scores.add(item, weight);
    });
    const own = scores.take();
    const most = Math.max(...own.map(({ score }) => score), Number.MIN_VALUE);
    return own.map(({ item, score }) => ({ item, score: score / most }));
  });
}
