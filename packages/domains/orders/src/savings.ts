import { type Currency, money } from '@mallhive/kernel';
import type { z } from 'zod';
import type { savingSchema } from './contract.ts';

/** What a promotion takes off one parcel, in minor units. */
export interface Discount {
  promotionId: string;
  title: string;
  /** Null when it needed none. */
  code: string | null;
  bearer: 'seller' | 'marketplace';
  items: number;
  shipping: number;
}

/** One line for each promotion, over all parcels; what saves nothing is left out. */
export function savingsOf(discounts: readonly Discount[], currency: Currency): z.infer<typeof savingSchema>[] {
  return [...Map.groupBy(discounts, ({ promotionId }) => promotionId).values()].flatMap((own) => {
    const amount = own.reduce((sum, { items, shipping }) => sum + items + shipping, 0);
    const [first] = own;
    return first && amount > 0 ? [{ title: first.title, code: first.code, amount: money(amount, currency) }] : [];
  });
}

/** Who pays how much of a parcel's discounts; those who pay nothing are left out. */
export function bearersOf(discounts: readonly Discount[]): { bearer: Discount['bearer']; amount: number }[] {
  return (['seller', 'marketplace'] as const).flatMap((bearer) => {
    const own = discounts.filter((discount) => discount.bearer === bearer);
    const amount = own.reduce((sum, { items, shipping }) => sum + items + shipping, 0);
    return amount > 0 ? [{ bearer, amount }] : [];
  });
}
