import { currencySchema, defineEvent, idSchema, moneySchema } from '@mallhive/kernel';
import { z } from 'zod';

/** The units that can be sold of some variants changed (counted, reserved, released, sold). Absolute figures, so that a late or repeated event does no harm. */
export const stockChanged = defineEvent(
  'cart/stock.changed',
  1,
  z.object({
    levels: z.array(
      z.object({
        variantId: idSchema,
        productId: idSchema,
        /** In stock and on backorder together. */
        available: z.int(),
        /** How many of them are not in stock; only of variants that may be sold so. */
        backorder: z.int().optional(),
        /** The day when those are expected. */
        expectedOn: z.iso.date().nullable().optional(),
        /** Of a bundle: what one of it consists of. */
        parts: z.array(z.object({ variantId: idSchema, quantity: z.int() })).optional(),
        version: z.int(),
      }),
    ),
  }),
);

/** Sold units wait for stock, or do not any more. Absolute figures of each line of a checkout; the newer version counts. */
export const backorderChanged = defineEvent(
  'cart/backorder.changed',
  1,
  z.object({
    lines: z.array(
      z.object({
        checkoutId: idSchema,
        variantId: idSchema,
        waiting: z.int(),
        expectedOn: z.iso.date().nullable(),
        version: z.int(),
      }),
    ),
  }),
);

/** Fewer of these can be sold than their seller wants to be told of. Once until there is enough of them again. */
export const stockLow = defineEvent(
  'cart/stock.low',
  1,
  z.object({
    sellerId: idSchema,
    variants: z.array(z.object({ variantId: idSchema, productId: idSchema, available: z.int(), lowBelow: z.int() })),
  }),
);

/** A checkout's stock was reserved until `expiresAt`. Fired once per checkout; starts the expiry timer. */
export const stockReserved = defineEvent(
  'cart/stock.reserved',
  1,
  z.object({ checkoutId: idSchema, expiresAt: z.iso.datetime() }),
);

/** A signed-in shopper put a variant on their wishlist, at this price. Not for one that came back by undoing a removal. */
export const wishlistItemAdded = defineEvent(
  'cart/wishlist.item_added',
  1,
  z.object({ userId: idSchema, variantId: idSchema, productId: idSchema, price: moneySchema }),
);

/** These are back, and these people waited for it: they asked, or it was on their wishlist when it was sold out. Once for each wait. */
export const stockReturned = defineEvent(
  'cart/stock.returned',
  1,
  z.object({
    waits: z.array(
      z.object({
        waitId: idSchema,
        userId: idSchema,
        variantId: idSchema,
        productId: idSchema,
        /** In which they look at prices. */
        currency: currencySchema,
      }),
    ),
  }),
);

/** Things on wishlists became cheaper by enough to be worth telling. Once for each drop. Minor units. */
export const wishesCheaper = defineEvent(
  'cart/wishes.cheaper',
  1,
  z.object({
    drops: z.array(
      z.object({
        wishId: idSchema,
        userId: idSchema,
        variantId: idSchema,
        productId: idSchema,
        currency: currencySchema,
        from: z.int(),
        to: z.int(),
      }),
    ),
  }),
);
