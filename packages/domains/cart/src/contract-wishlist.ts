import { currencySchema, idSchema, localeSchema, moneySchema } from '@mallhive/kernel';
import { z } from 'zod';

/** The most things on one list. */
export const maximumWishes = 200;

/** In which language and currency: without, English and the shop's. */
const audience = { locale: localeSchema.optional(), currency: currencySchema.optional() };

export const wishSchema = z.object({
  variantId: idSchema,
  productId: idSchema,
  addedAt: z.iso.datetime(),
  /** The unit price when it was added, in the currency it was looked at in then. */
  priceWhenAdded: moneySchema,
  /** `withdrawn`: no longer sold. */
  state: z.enum(['available', 'sold-out', 'withdrawn']),
  /** Units that could be bought now. */
  availableQuantity: z.int().nonnegative(),
  /** Null when the catalog does not know it any more. */
  product: z
    .object({
      slug: z.string(),
      title: z.string(),
      variantTitle: z.string(),
      imageUrl: z.string().nullable(),
      seller: z.object({ slug: z.string(), name: z.string() }),
      unitPrice: moneySchema,
      compareAt: moneySchema.nullable(),
    })
    .nullable(),
});

/** query cart.wishlist (shopper): what was added last comes first. */
export const wishlistInput = z.object({
  ...audience,
  /** Null, as a browser says it: from the beginning. */
  cursor: z.string().max(100).nullish(),
  limit: z.int().min(1).max(60).default(24),
});
export const wishlistOutput = z.object({
  items: z.array(wishSchema),
  /** Of the whole list. */
  count: z.int().nonnegative(),
  nextCursor: z.string().nullable(),
});
export type Wishlist = z.infer<typeof wishlistOutput>;

/** query cart.wished (shopper): which variants of these products are on the list; for hearts, many at once. */
export const wishedInput = z.object({ productIds: z.array(idSchema).min(1).max(100) });
export const wishedOutput = z.object({ variants: z.array(z.object({ productId: idSchema, variantId: idSchema })) });

/**
 * mutation cart.addWish (shopper): a repeat is harmless. Within an hour of its removal a thing comes back as it was, price
 * and place. NOT_FOUND `variant_unavailable` (not on sale, or no such variant); CONFLICT `wishlist_full` {maximum}.
 */
export const addWishInput = z.object({ ...audience, variantId: idSchema });
/** `added`: false when it was there already. */
export const addWishOutput = z.object({ added: z.boolean() });

/** mutation cart.removeWish (shopper): a repeat is harmless; cart.addWish undoes it. */
export const removeWishInput = z.object({ variantId: idSchema });
/** `removed`: false when it was not there. */
export const removeWishOutput = z.object({ removed: z.boolean() });

/**
 * mutation cart.moveWishToCart (shopper): one unit into the cart, then off the list. Refused as cart.addItem is, and then it
 * stays on the list. NOT_FOUND `wish_not_found`; CONFLICT `wish_moving` while another call does the same.
 */
export const moveWishInput = z.object({ ...audience, variantId: idSchema });
