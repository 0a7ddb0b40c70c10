import { createAlike } from './alike.ts';
import { createHabits } from './habits.ts';
import { type History, linesOf, listOf } from './history.ts';
import type { Pairs } from './pairs.ts';
import { fadingPopularity, popularSince } from './popular.ts';
import { bestOf, createScores, type Scored } from './scores.ts';

/** What is known of a product in the eyes of one shopper; `weights` says how much each counts. */
export const features = [
  'bought',
  'boughtVisits',
  'habit',
  'share',
  'recently',
  'comesBack',
  'comesBackVisits',
  'alike',
  'alikeBought',
  'pairs',
  'popular',
  'popularBought',
  'thisWeek',
  'trend',
  'trendBought',
] as const;
export type Feature = (typeof features)[number];
export type Weights = Record<Feature, number>;

export interface Candidate {
  item: number;
  /** In the order of `features`. */
  values: Float64Array;
}

/** Neighbours of each bought item, people alike, and popular products that are looked at. */
const pairsEach = 40;
const mostNeighbours = 200;
const mostAlike = 300;
const mostPopular = 100;
const habitSettings = { halfLife: 120, perBasket: 0.9 };
const nobodyHalfLife = 21;
const tasteSettings = { halfLife: 240, perBasket: 1 };

/** The products that may be next for a shopper, with what is known of each. Nobody known: what is popular. */
export function createCandidates(history: History, now: number, pairs: Pairs): (shopper: number) => Candidate[] {
  const habits = createHabits(history, now, habitSettings);
  const alike = createAlike(createHabits(history, now, tasteSettings), history.items, mostNeighbours);
  const month = countsOf(history, now, 28);
  const week = countsOf(history, now, 7);
  const quarter = countsOf(history, now, 84);
  const popular = popularSince(history, now, 28).slice(0, mostPopular);
  const comesBack = repeatRates(history);
  const neighboursOf = new Map<number, Scored[]>();
  const goesWith = (item: number): Scored[] => {
    const known = neighboursOf.get(item) ?? pairs.of(item, pairsEach);
    neighboursOf.set(item, known);
    return known;
  };
  const near = createScores(history.items);
  return (shopper) => {
    const baskets = listOf(history.basketsOfShopper, shopper);
    const own = habits[shopper] ?? [];
    for (const { item, score } of own) {
      for (const other of goesWith(item)) near.add(other.item, score * other.score);
    }
    const parts = {
      habit: new Map(own.map(({ item, score }) => [item, score])),
      alike: toShares(own.length > 0 ? alike(shopper) : [], mostAlike),
      pairs: toShares(near.take(), mostAlike),
    };
    const times = new Map<number, { count: number; last: number }>();
    for (const basket of baskets) {
      const day = history.dayOf[basket] ?? now;
      for (const item of linesOf(history, basket)) {
        const known = times.get(item);
        times.set(item, { count: (known?.count ?? 0) + 1, last: day });
      }
    }
    const visits = Math.log(Math.max(1, baskets.length));
    const items = new Set([
      ...times.keys(),
      ...parts.alike.keys(),
      ...parts.pairs.keys(),
      ...popular.map(({ item }) => item),
    ]);
    return [...items].map((item) => {
      const known = times.get(item);
      const popularity = Math.log(1 + (month[item] ?? 0));
      const trend = Math.log((3 * (month[item] ?? 0) + 3) / ((quarter[item] ?? 0) + 3));
      const likes = Math.sqrt(parts.alike.get(item) ?? 0);
      const again = known ? Math.log(comesBack[item] ?? 1) : 0;
      return {
        item,
        values: Float64Array.of(
          known ? 1 : 0,
          known ? visits : 0,
          known ? Math.log(Math.max(parts.habit.get(item) ?? 0, 1e-3)) : 0,
          known ? known.count / baskets.length : 0,
          known ? Math.exp((known.last - now) / 45) : 0,
          again,
          again * visits,
          likes,
          known ? likes : 0,
          Math.sqrt(parts.pairs.get(item) ?? 0),
          popularity,
          known ? popularity : 0,
          Math.log(1 + (week[item] ?? 0)),
          trend,
          known ? trend : 0,
        ),
      };
    });
  };
}

/**
 * What a shopper buys next, best first: every candidate by the weighted sum of what is known of it. Of whom nothing is
 * known: what sells, the last weeks most.
 */
export function createForShopper(history: History, now: number, pairs: Pairs, weights: Weights) {
  const candidates = createCandidates(history, now, pairs);
  const list = features.map((feature) => weights[feature]);
  const forNobody = fadingPopularity(history, now, nobodyHalfLife);
  return (shopper: number, count: number): Scored[] =>
    listOf(history.basketsOfShopper, shopper).length === 0
      ? forNobody.slice(0, count)
      : bestOf(
          candidates(shopper).map(({ item, values }) => ({ item, score: weigh(values, list) })),
          count,
        );
}

export function weigh(values: Float64Array, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += (values[at] ?? 0) * (weights[at] ?? 0);
  return sum;
}

/** The greatest ones, as shares of the first. */
function toShares(scored: Scored[], most: number): Map<number, number> {
  const best = scored.toSorted((a, b) => b.score - a.score || a.item - b.item).slice(0, most);
  const first = best[0]?.score || 1;
  return new Map(best.map(({ item, score }) => [item, score / first]));
}

function countsOf(history: History, now: number, days: number): Float64Array {
  const counts = new Float64Array(history.items);
  for (const { item, score } of popularSince(history, now, days)) counts[item] = score;
  return counts;
}

/** Of those who bought a product, the share that bought it again; drawn to one in five where few bought it. */
export function repeatRates(history: History): Float64Array {
  const buyers = new Float64Array(history.items);
  const again = new Float64Array(history.items);
  for (let shopper = 0; shopper < history.shoppers; shopper += 1) {
    const seen = new Map<number, number>();
    for (const basket of listOf(history.basketsOfShopper, shopper)) {
      for (const item of linesOf(history, basket)) seen.set(item, (seen.get(item) ?? 0) + 1);
    }
    for (const [item, count] of seen) {
      buyers[item] = (buyers[item] ?? 0) + 1;
      if (count > 1) again[item] = (again[item] ?? 0) + 1;
    }
  }
  return buyers.map((count, item) => ((again[item] ?? 0) + 2) / (count + 10));
}
