import {
  createForShopper,
  createHabits,
  createPairs,
  createScores,
  features,
  pairSettings,
  popularSince,
  type Weights,
  weights,
} from '@mallhive/search/recommendation-model';
import { type Algorithm, createRandom } from './measure.ts';
import type { Split } from './purchases.ts';

const numbers = (list: readonly { item: number }[]) => list.map(({ item }) => item);

/**
 * What anybody could do without a model. Own frequency is filled up with what is popular; of products that a shopper
 * bought equally often, the second one takes those first that sold best in the last four weeks.
 */
export function baselines({ known, now }: Split): Record<string, Algorithm> {
  const all = numbers(popularSince(known, now, Number.POSITIVE_INFINITY));
  const recent = numbers(popularSince(known, now, 28));
  const random = createRandom(7);
  const frequency = createHabits(known, now, { halfLife: Number.POSITIVE_INFINITY, perBasket: 1 });
  const place = new Map(recent.map((item, index) => [item, -index]));
  const filled = (own: readonly number[], count: number) =>
    [...own, ...recent.slice(0, count + own.length).filter((item) => !own.includes(item))].slice(0, count);
  return {
    random: (_, count) => Array.from({ length: count }, () => Math.floor(random() * known.items)),
    popularity: (_, count) => all.slice(0, count),
    'last four weeks': (_, count) => recent.slice(0, count),
    'own frequency': (shopper, count) =>
      filled(numbers((frequency[shopper] ?? []).toSorted((a, b) => b.score - a.score).slice(0, count)), count),
    'own frequency + 4 weeks': (shopper, count) => {
      const own = (frequency[shopper] ?? []).toSorted(
        (a, b) => b.score - a.score || (place.get(b.item) ?? -1e9) - (place.get(a.item) ?? -1e9),
      );
      return filled(numbers(own.slice(0, count)), count);
    },
  };
}

const only = (...parts: (keyof Weights)[]): Weights => ({
  ...(Object.fromEntries(features.map((feature) => [feature, 0])) as Weights),
  popular: 1e-6,
  ...Object.fromEntries(parts.map((part) => [part, 1])),
});

/** The shop's own, and its parts alone. */
export function own(split: Split, chosen: Weights = weights): Algorithm {
  const { known, now } = split;
  const answer = createForShopper(known, now, createPairs(known, now, pairSettings), chosen);
  return (shopper, count) => numbers(answer(shopper, count));
}
export const parts = (split: Split): Record<string, Algorithm> => ({
  'share of own baskets': own(split, only('bought', 'share')),
  'people alike': own(split, only('alike')),
  'bought together': own(split, only('pairs')),
});

/** For the rest of a basket when half of it is known: what goes with it, or what sells now. */
export function completions({ known, now }: Split): Record<string, (had: readonly number[]) => readonly number[]> {
  const pairs = createPairs(known, now, pairSettings);
  const recent = numbers(popularSince(known, now, 28));
  const scores = createScores(known.items);
  return {
    'last four weeks': (had) => recent.filter((item) => !had.includes(item)).slice(0, 20),
    'cart cross-sell': (had) => {
      for (const item of had) for (const other of pairs.of(item, 60)) scores.add(other.item, other.score);
      return numbers(scores.best(20 + had.length))
        .filter((item) => !had.includes(item))
        .slice(0, 20);
    },
  };
}
