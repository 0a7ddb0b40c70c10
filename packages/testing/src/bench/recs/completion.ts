import { completions } from './algorithms.ts';
import { measure, type Outcome } from './measure.ts';
import type { Split } from './purchases.ts';

/** Every second product of each next basket is in the cart; the others are to be found. */
export function basketCompletion(splits: readonly Split[]): Map<string, Outcome[]> {
  const all = new Map<string, Outcome[]>();
  for (const split of splits) {
    const baskets = split.next
      .map((one) => ({ ...one, list: [...one.items] }))
      .filter(({ list }) => list.length >= 4 && list.length <= 60);
    const had = new Map(baskets.map(({ shopper, list }) => [shopper, list.filter((_, index) => index % 2 === 0)]));
    const next = baskets.map(({ shopper, regular, list }) => ({
      shopper,
      regular,
      items: new Set(list.filter((_, index) => index % 2 === 1)),
    }));
    for (const [name, complete] of Object.entries(completions(split))) {
      const outcomes = measure({ ...split, next }, (shopper) => complete(had.get(shopper) ?? []));
      all.set(name, [...(all.get(name) ?? []), ...outcomes]);
    }
  }
  return all;
}
