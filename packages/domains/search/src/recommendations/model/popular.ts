import { type History, linesOf } from './history.ts';
import { createScores, type Scored } from './scores.ts';

/** Best first. */
export type Popularity = readonly Scored[];

/** In how many baskets of the last `days` days each item is. `Infinity`: of all. */
export function popularSince(history: History, now: number, days: number): Popularity {
  const scores = createScores(history.items);
  for (let basket = history.baskets - 1; basket >= 0; basket -= 1) {
    if ((history.dayOf[basket] ?? 0) < now - days) break;
    for (const item of linesOf(history, basket)) scores.add(item, 1);
  }
  return scores.best(history.items);
}

/** In how many baskets each item is, a basket counting for half after `halfLife` days. Best first. */
export function fadingPopularity(history: History, now: number, halfLife: number): Scored[] {
  const scores = createScores(history.items);
  for (let basket = 0; basket < history.baskets; basket += 1) {
    const weight = 2 ** (((history.dayOf[basket] ?? now) - now) / halfLife);
    for (const item of linesOf(history, basket)) scores.add(item, weight);
  }
  return scores.best(history.items);
}
