import type { Currency } from '@mallhive/kernel';
import type { Hit } from './contract.ts';
import type { FoundCard } from './engine.ts';

/** A stored card as it is shown: in the language and currency asked for, with the badge of the best sellers. */
export function toHit({ card, bestseller, price, compareAt, title }: FoundCard, currency: Currency): Hit {
  const badges = card.badges.filter((badge) => badge !== 'sale');
  return {
    ...card,
    title: title ?? card.title,
    price: {
      current: { amount: price, currency },
      compareAt: compareAt === null ? null : { amount: compareAt, currency },
    },
    badges: [
      ...(compareAt === null ? [] : (['sale'] as const)),
      ...badges,
      ...(bestseller ? (['bestseller'] as const) : []),
    ],
  };
}
