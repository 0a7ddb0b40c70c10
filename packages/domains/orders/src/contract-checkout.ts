import { currencySchema, idSchema, localeSchema, moneySchema } from '@mallhive/kernel';
import { z } from 'zod';

/** From the cart to the placed order, as it crosses the edge of the domain. */

/** Where checkout begins, and of whose tax prices speak until the shopper says where to send. */
export const homeCountry = 'GB';

export const addressSchema = z.object({
  name: z.string().trim().min(1).max(120),
  line1: z.string().trim().min(1).max(200),
  line2: z.string().trim().max(200).default(''),
  city: z.string().trim().min(1).max(120),
  region: z.string().trim().max(120).default(''),
  postcode: z.string().trim().min(2).max(16),
  country: z.string().length(2).toUpperCase(),
  phone: z.string().trim().max(32).default(''),
});
export type Address = z.infer<typeof addressSchema>;
/** As it is stored: orders from elsewhere and of erased people have no street. */
export const storedAddressSchema = z.object({
  name: z.string(),
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  region: z.string(),
  postcode: z.string(),
  country: z.string(),
  phone: z.string(),
});

export const shippingMethodSchema = z.object({
  code: z.enum(['standard', 'express']),
  name: z.string(),
  description: z.string(),
  price: moneySchema,
  minimumDays: z.int(),
  maximumDays: z.int(),
});

export const checkoutLineSchema = z.object({
  variantId: idSchema,
  productId: idSchema,
  slug: z.string(),
  title: z.string(),
  variantTitle: z.string(),
  imageUrl: z.string().nullable(),
  quantity: z.int().positive(),
  unitPrice: moneySchema,
  total: moneySchema,
});

/** One parcel: the lines of one seller. */
export const checkoutParcelSchema = z.object({
  seller: z.object({ id: idSchema, slug: z.string(), name: z.string() }),
  lines: z.array(checkoutLineSchema),
  shippingMethods: z.array(shippingMethodSchema),
  /** Null: nothing that is offered brings this parcel there; the order cannot be placed. */
  chosenShipping: shippingMethodSchema.shape.code.nullable(),
});

/** What a promotion took off goods and delivery together. */
export const savingSchema = z.object({ title: z.string(), code: z.string().nullable(), amount: moneySchema });

/** Why a code in the cart does not count. */
const refusedCouponSchema = z.object({
  code: z.string(),
  title: z.string(),
  reason: z.enum([
    'not_started',
    'ended',
    'used_up',
    'used_by_customer',
    'currency',
    'no_such_goods',
    'minimum',
    'not_combinable',
    'no_effect',
  ]),
  minimum: moneySchema.nullable(),
});

export const totalsSchema = z.object({
  /** Before discounts. */
  items: moneySchema,
  discount: moneySchema,
  /** Before discounts. */
  shipping: moneySchema,
  shippingDiscount: moneySchema,
  tax: moneySchema,
  /** The tax is within items and shipping; else it was added to them. */
  taxIncluded: z.boolean(),
  total: moneySchema,
});

const noticed = { variantId: idSchema, title: z.string() };
const checkoutNoticeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('price-changed'), ...noticed, from: moneySchema, to: moneySchema }),
  z.object({ kind: z.literal('sold-out'), ...noticed }),
  z.object({ kind: z.literal('quantity-limited'), ...noticed, available: z.int() }),
  z.object({ kind: z.literal('withdrawn'), ...noticed }),
]);

export const checkoutSchema = z.object({
  id: idSchema,
  status: z.enum(['open', 'completed', 'expired']),
  currency: currencySchema,
  country: z.string(),
  parcels: z.array(checkoutParcelSchema),
  totals: totalsSchema,
  savings: z.array(savingSchema),
  /** Codes in the cart that do not count now. */
  refusedCoupons: z.array(refusedCouponSchema),
  /** Hash of lines, prices, discounts and shipping; `place` refuses with CONFLICT `checkout_changed` when it is no longer true. */
  revision: z.string(),
  /** `message` in English; `detail` for saying it in another language. */
  notices: z.array(
    z.object({ message: z.string(), variantId: idSchema.nullable(), detail: checkoutNoticeSchema.optional() }),
  ),
  /** Once placed: where to go on. */
  order: z.object({ id: idSchema, accessToken: z.string() }).nullable(),
});
export type Checkout = z.infer<typeof checkoutSchema>;

/** mutation orders.startCheckout (public): from the caller's cart; the same cart gives the same open checkout, or the completed one while its order waits for payment. UNPROCESSABLE `cart_empty`. */
export const startCheckoutInput = z.object({
  country: z.string().length(2).default(homeCountry),
  /** The order is priced, charged and written in these; without, the currency the cart was last changed in. */
  currency: currencySchema.optional(),
  locale: localeSchema.default('en'),
});
/** query orders.checkout (public): only by the cart's owner; rechecks prices and stock. NOT_FOUND otherwise. */
export const checkoutInput = z.object({ checkoutId: idSchema });
/** mutation orders.updateCheckout (public): changes country and shipping and answers the new totals. After placing it gives up the unpaid order and answers a new checkout (another id); CONFLICT `checkout_completed` once paid. */
export const updateCheckoutInput = z.object({
  checkoutId: idSchema,
  country: z.string().length(2).optional(),
  shipping: z.record(idSchema, z.enum(['standard', 'express'])).optional(),
});
export const checkoutOutput = z.object({ checkout: checkoutSchema });

/**
 * mutation orders.place (public): reserves stock, creates the order `pending_payment` and its payment. Idempotent by checkout id.
 * CONFLICT `checkout_changed` (look again), UNPROCESSABLE `stock_insufficient` {variantIds}, `delivery_unavailable` {sellerIds}, `cart_empty`, `provider_unknown`, GONE `checkout_expired`.
 */
export const placeInput = z.object({
  checkoutId: idSchema,
  revision: z.string(),
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  shippingAddress: addressSchema,
  provider: z.string().default('test'),
  /**
   * What the shopper agreed to pay with gift cards and their own credit, in minor units; the provider gets the rest. CONFLICT
   * `balance_changed` when one of them has less by now, NOT_FOUND `gift_card_unknown`, UNPROCESSABLE `covers_too_much`,
   * `credit_needs_account`.
   */
  payWith: z
    .object({
      credit: z.int().min(0).default(0),
      giftCards: z
        .array(z.object({ code: z.string().max(60), amount: z.int().min(1) }))
        .max(10)
        .default([]),
    })
    .optional(),
});
export const placeOutput = z.object({
  order: z.object({ id: idSchema, number: z.string(), accessToken: z.string() }),
  payment: z.object({
    id: idSchema,
    provider: z.string(),
    clientSecret: z.string(),
    /** What the provider is asked for; nothing when gift cards and credit paid everything (`status` captured). */
    amount: moneySchema,
    status: z.string(),
  }),
});
