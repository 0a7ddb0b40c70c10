import type { Money, Wish, Wishlist } from '../types.ts';

export const wishlistPageSize = 24;

/** How the price differs from the one of the day it was saved; null when it does not, or is in another currency. */
export function priceChange({ product, priceWhenAdded }: Wish): { less: boolean; by: Money } | null {
  if (!product || product.unitPrice.currency !== priceWhenAdded.currency) return null;
  const difference = product.unitPrice.amount - priceWhenAdded.amount;
  return difference === 0
    ? null
    : { less: difference < 0, by: { amount: Math.abs(difference), currency: priceWhenAdded.currency } };
}

interface Pages {
  pages: Wishlist[];
  pageParams: unknown[];
}

/** The pages that are loaded, without one thing. */
export function withoutWish<Data extends Pages>(data: Data, variantId: string): Data {
  const known = data.pages.some(({ items }) => items.some((item) => item.variantId === variantId));
  if (!known) return data;
  const pages = data.pages.map((page) => ({
    ...page,
    count: page.count - 1,
    items: page.items.filter((item) => item.variantId !== variantId),
  }));
  return { ...data, pages };
}
