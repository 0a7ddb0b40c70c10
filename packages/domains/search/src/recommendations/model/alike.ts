import { createScores, type Scored } from './scores.ts';

/** An item that so many have bought says little of whom they are like; the most recent ones are asked. */
const mostBuyers = 1_500;

/**
 * What people alike are used to buying: the nearest `neighbours` by the cosine of their habits, rare items counting more.
 * `habits` as `createHabits` answers them.
 */
export function createAlike(habits: readonly Scored[][], items: number, neighbours: number) {
  const buyers: { shopper: number; weight: number }[][] = Array.from({ length: items }, () => []);
  for (const own of habits) for (const { item } of own) buyers[item]?.push({ shopper: 0, weight: 0 });
  const rarity = buyers.map((of) => Math.log(1 + habits.length / (1 + of.length)));
  for (const of of buyers) of.length = 0;
  const lengths = habits.map((own) => Math.hypot(...own.map(({ item, score }) => score * (rarity[item] ?? 0))) || 1);
  habits.forEach((own, shopper) => {
    const length = lengths[shopper] ?? 1;
    for (const { item, score } of own) {
      const of = buyers[item];
      if (of && of.length < mostBuyers) of.push({ shopper, weight: (score * (rarity[item] ?? 0)) / length });
    }
  });
  const closeness = createScores(habits.length);
  const scores = createScores(items);
  return (shopper: number): Scored[] => {
    const length = lengths[shopper] ?? 1;
    for (const { item, score } of habits[shopper] ?? []) {
      const weight = (score * (rarity[item] ?? 0)) / length;
      for (const buyer of buyers[item] ?? []) {
        if (buyer.shopper !== shopper) closeness.add(buyer.shopper, weight * buyer.weight);
      }
    }
    const nearest = closeness.best(neighbours);
    const whole = nearest.reduce((sum, { score }) => sum + score, 0) || 1;
    for (const { item: other, score: close } of nearest) {
      for (const { item, score } of habits[other] ?? []) scores.add(item, (close / whole) * score);
    }
    return scores.take();
  };
}
