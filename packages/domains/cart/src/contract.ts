import { currencySchema, idSchema, localeSchema, moneySchema } from '@mallhive/kernel';
import { z } from 'zod';
import { cartPromotionSchema, couponCodeSchema, refusedCouponSchema } from './promotions/contract.ts';

/** The shapes that cross the edge of the cart domain (carts and inventory). */

/** What changed since the shopper last looked; shown, never applied silently. */
export const cartNoticeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('price-changed'),
    variantId: idSchema,
    title: z.string(),
    from: moneySchema,
    to: moneySchema,
  }),
  z.object({ kind: z.literal('sold-out'), variantId: idSchema, title: z.string() }),
  z.object({ kind: z.literal('quantity-limited'), variantId: idSchema, title: z.string(), available: z.int() }),
  z.object({ kind: z.literal('withdrawn'), variantId: idSchema, title: z.string() }),
]);
export type CartNotice = z.infer<typeof cartNoticeSchema>;

export const cartLineSchema = z.object({
  id: idSchema,
  variantId: idSchema,
  productId: idSchema,
  slug: z.string(),
  title: z.string(),
  variantTitle: z.string(),
  imageUrl: z.string().nullable(),
  seller: z.object({ id: idSchema, slug: z.string(), name: z.string() }),
  unitPrice: moneySchema,
  compareAt: moneySchema.nullable(),
  quantity: z.int().positive(),
  /** Units that could be bought now. */
  availableQuantity: z.int(),
  /** Of `quantity`: units that are not in stock and come later. */
  backorderQuantity: z.int(),
  /** The day when those are expected, if it is known. */
  expectedOn: z.iso.date().nullable(),
  total: moneySchema,
});
export type CartLine = z.infer<typeof cartLineSchema>;

export const cartSchema = z.object({
  /** Null while the visitor has no cart yet. */
  id: idSchema.nullable(),
  lines: z.array(cartLineSchema),
  itemCount: z.int(),
  /** Before promotions. */
  subtotal: moneySchema,
  /** What promotions take off the goods; freight comes in checkout. */
  discount: moneySchema,
  total: moneySchema,
  promotions: z.array(cartPromotionSchema),
  refusedCoupons: z.array(refusedCouponSchema),
  notices: z.array(cartNoticeSchema),
  /** Whether the prices hold the tax of the shop's own country already; left out where it is not known. */
  taxIncluded: z.boolean().optional(),
  /** True when every line can be bought as it stands. */
  purchasable: z.boolean(),
});
export type Cart = z.infer<typeof cartSchema>;

/** The most units of one variant in one cart. */
export const maximumLineQuantity = 99;

/** In which language and currency to show the cart: without, English, and for reads the currency it was last changed in, for writes the shop's. */
const audience = { locale: localeSchema.optional(), currency: currencySchema.optional() };

/** query cart.get (public): the cart of the session's user or of the guest cookie. */
export const getCartInput = z.object(audience).optional();
/** mutation cart.addItem (public): adds to what is there; UNPROCESSABLE `stock_insufficient` {available} when nothing can be added, limited with a notice when some can. Creates cart and cookie when needed. */
export const addItemInput = z.object({
  ...audience,
  variantId: idSchema,
  quantity: z.int().min(1).max(maximumLineQuantity).default(1),
});
/** mutation cart.setQuantity (public): absolute, so a repeat is harmless; 0 removes. Also the undo of a removal. */
export const setQuantityInput = z.object({
  ...audience,
  variantId: idSchema,
  quantity: z.int().min(0).max(maximumLineQuantity),
});
/**
 * mutation cart.applyCoupon (public): UNPROCESSABLE `cart_empty`, `coupon_unknown`, `coupon_too_many`, `coupon_minimum` {minimum},
 * and `coupon_` with any other reason why it does not count; TOO_MANY_REQUESTS for guesses. mutation cart.removeCoupon (public).
 */
export const couponInput = z.object({ ...audience, code: couponCodeSchema });
export const cartOutput = z.object({ cart: cartSchema });

/** query cart.stock (seller): stock of own variants. mutation cart.setStock (seller): absolute on-hand count over all locations, the difference is the main one's; UNPROCESSABLE `stock_elsewhere` {elsewhere}, CONFLICT `stock_reserved` {reserved}. */
export const sellerStockInput = z.object({ sellerId: idSchema, variantIds: z.array(idSchema).max(200) });
export const stockLevelSchema = z.object({
  variantId: idSchema,
  onHand: z.int(),
  reserved: z.int(),
  available: z.int(),
});
export const sellerStockOutput = z.object({ levels: z.array(stockLevelSchema) });
export const setStockInput = z.object({
  sellerId: idSchema,
  variantId: idSchema,
  onHand: z.int().min(0).max(1_000_000),
});
export const setStockOutput = z.object({ level: stockLevelSchema });
