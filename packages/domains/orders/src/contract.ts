import { currencySchema, idSchema, localeSchema, moneySchema } from '@mallhive/kernel';
import { z } from 'zod';

/** The shapes that cross the edge of the orders domain: checkout, orders, sub-orders, shipments. */
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
const storedAddressSchema = z.object({
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
  country: z.string().length(2).default('GB'),
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

export const orderStatusSchema = z.enum([
  'pending_payment',
  'paid',
  'partially_shipped',
  'shipped',
  'delivered',
  'cancelled',
  'payment_failed',
]);
export const subOrderStatusSchema = z.enum([
  'pending_payment',
  'to_fulfil',
  'partially_shipped',
  'shipped',
  'delivered',
  'cancelled',
]);
export type OrderStatus = z.infer<typeof orderStatusSchema>;
export type SubOrderStatus = z.infer<typeof subOrderStatusSchema>;

/** What somebody cancelled for. The shopper: `changed_mind`, `mistake`, `too_slow`, `other`. */
export const cancelReasonSchema = z.enum([
  'changed_mind',
  'mistake',
  'too_slow',
  'out_of_stock',
  'damaged',
  'customer_asked',
  'address',
  'other',
]);
export const returnReasonSchema = z.enum([
  'changed_mind',
  'too_small',
  'too_large',
  'not_as_described',
  'damaged',
  'wrong_item',
  'other',
]);
export const returnWishSchema = z.enum(['refund', 'exchange']);
export const returnConditionSchema = z.enum(['as_new', 'opened', 'damaged', 'missing']);
export const returnStatusSchema = z.enum([
  'requested',
  'approved',
  'refused',
  'in_transit',
  'received',
  'inspected',
  'closed',
]);
export const refundStatusSchema = z.enum(['planned', 'sent', 'succeeded', 'failed']);
export const refundCauseSchema = z.enum(['cancellation', 'return', 'goodwill']);
export type CancelReason = z.infer<typeof cancelReasonSchema>;
export type ReturnReason = z.infer<typeof returnReasonSchema>;
export type ReturnCondition = z.infer<typeof returnConditionSchema>;
export type ReturnStatus = z.infer<typeof returnStatusSchema>;
export type RefundStatus = z.infer<typeof refundStatusSchema>;
export type RefundCause = z.infer<typeof refundCauseSchema>;

/** For saying an entry of the timeline in another language. */
const timelineDetailSchema = z.object({
  seller: z.string().optional(),
  /** Units. */
  count: z.int().optional(),
  amount: moneySchema.optional(),
  number: z.string().optional(),
});
export type TimelineDetail = z.infer<typeof timelineDetailSchema>;

export const orderLineSchema = z.object({
  id: idSchema,
  variantId: idSchema,
  productId: idSchema,
  slug: z.string(),
  sku: z.string(),
  title: z.string(),
  variantTitle: z.string(),
  imageUrl: z.string().nullable(),
  quantity: z.int(),
  shippedQuantity: z.int(),
  /** Sold on backorder and not in stock yet: they cannot be sent. */
  waitingQuantity: z.int(),
  /** The day when those are expected. */
  expectedOn: z.iso.date().nullable(),
  /** Will not be sent. Still to send: quantity − shipped − cancelled. */
  cancelledQuantity: z.int(),
  /** In a return that was not refused. */
  returnedQuantity: z.int(),
  unitPrice: moneySchema,
  /** Before the discount. */
  total: moneySchema,
  discount: moneySchema,
  tax: moneySchema,
});

export const shipmentSchema = z.object({
  id: idSchema,
  carrier: z.string(),
  trackingNumber: z.string(),
  trackingUrl: z.string().nullable(),
  status: z.enum(['shipped', 'delivered']),
  shippedAt: z.iso.datetime(),
  deliveredAt: z.iso.datetime().nullable(),
  lines: z.array(z.object({ orderLineId: idSchema, quantity: z.int() })),
});

/** `message` is English; `kind`, and `reason` of a cancellation (`expired`, `payment_failed`, `replaced`, `stock_lost`), are for other languages. */
export const timelineEntrySchema = z.object({
  at: z.iso.datetime(),
  kind: z.string(),
  message: z.string(),
  reason: z.string().nullable(),
  detail: timelineDetailSchema.nullish(),
});

export const refundSchema = z.object({
  id: idSchema,
  cause: refundCauseSchema,
  status: refundStatusSchema,
  amount: moneySchema,
  reason: z.string(),
  plannedAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
});

export const returnSchema = z.object({
  id: idSchema,
  number: z.string(),
  status: returnStatusSchema,
  wish: returnWishSchema,
  note: z.string(),
  /** Where to send it and how; from the seller. */
  instructions: z.string(),
  /** Why it was refused, or what was found. */
  decision: z.string(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  requestedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  lines: z.array(
    z.object({
      id: idSchema,
      orderLineId: idSchema,
      quantity: z.int(),
      reason: returnReasonSchema,
      exchangeVariantId: idSchema.nullable(),
      condition: returnConditionSchema.nullable(),
      acceptedQuantity: z.int(),
      restock: z.boolean(),
    }),
  ),
});

/** An invoice or credit note; its file comes with orders.document, sellerDocument or anyDocument. */
export const issuedDocumentSchema = z.object({
  id: idSchema,
  kind: z.enum(['invoice', 'credit_note']),
  number: z.string(),
  issuedAt: z.iso.datetime(),
  total: moneySchema,
});

export const subOrderSchema = z.object({
  id: idSchema,
  number: z.string(),
  seller: z.object({ id: idSchema, slug: z.string(), name: z.string() }),
  status: subOrderStatusSchema,
  shippingMethod: z.enum(['standard', 'express']),
  lines: z.array(orderLineSchema),
  shipments: z.array(shipmentSchema),
  refunds: z.array(refundSchema),
  returns: z.array(returnSchema),
  documents: z.array(issuedDocumentSchema),
  /** Null, or the return that it replaces: such a part was paid with what came back. */
  exchangeOf: idSchema.nullable(),
  /** What can still be given back of this part. */
  refundable: moneySchema,
  totals: totalsSchema,
  savings: z.array(savingSchema),
});

export const orderSchema = z.object({
  id: idSchema,
  number: z.string(),
  status: orderStatusSchema,
  email: z.string(),
  placedAt: z.iso.datetime(),
  shippingAddress: storedAddressSchema,
  subOrders: z.array(subOrderSchema),
  totals: totalsSchema,
  savings: z.array(savingSchema),
  /** What went back or is about to. */
  refunds: moneySchema,
  /** Until when something that arrived can be sent back: days after delivery. */
  returnDays: z.int(),
  payment: z
    .object({
      status: z.string(),
      provider: z.string(),
      card: z.string().nullable(),
      /** What gift cards and credit gave. */
      parts: z
        .array(z.object({ kind: z.enum(['gift_card', 'credit']), last4: z.string().nullable(), amount: moneySchema }))
        .optional(),
    })
    .nullable(),
  timeline: z.array(timelineEntrySchema),
});
export type Order = z.infer<typeof orderSchema>;

/** query orders.order (public): by id and access token (confirmation link), or by id alone for the signed-in owner. NOT_FOUND otherwise. */
export const orderInput = z.object({ orderId: idSchema, accessToken: z.string().max(100).optional() });
/** query orders.lookUp (public): guest look-up. NOT_FOUND whether the number or the e-mail is wrong. */
export const lookUpInput = z.object({
  number: z.string().trim().toUpperCase().min(4).max(32),
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
});
export const orderOutput = z.object({ order: orderSchema });
/** With the token of the order's link, so that a guest who knows both can act. */
export const lookUpOutput = orderOutput.extend({ accessToken: z.string() });

/** query orders.mine (shopper): newest first. */
export const mineInput = z.object({
  /** Null, as a browser says it that asks again: from the beginning. */
  cursor: z.string().max(400).nullish(),
  limit: z.int().min(1).max(50).default(20),
});
export const orderSummarySchema = z.object({
  id: idSchema,
  number: z.string(),
  status: orderStatusSchema,
  placedAt: z.iso.datetime(),
  total: moneySchema,
  itemCount: z.int(),
  images: z.array(z.string()),
});
export const mineOutput = z.object({ orders: z.array(orderSummarySchema), nextCursor: z.string().nullable() });

/** query orders.sellerOrders (seller): sub-orders of one's own organisation, newest first. */
export const sellerOrdersInput = z.object({
  sellerId: idSchema,
  status: z.enum(['all', 'to_fulfil', 'shipped', 'delivered', 'cancelled']).default('all'),
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(100).default(30),
});
export const sellerOrderRowSchema = z.object({
  id: idSchema,
  number: z.string(),
  orderNumber: z.string(),
  status: subOrderStatusSchema,
  placedAt: z.iso.datetime(),
  customerName: z.string(),
  country: z.string(),
  itemCount: z.int(),
  /** Of them: on backorder, not in stock yet. */
  waitingCount: z.int(),
  total: moneySchema,
});
export const sellerOrdersOutput = z.object({
  items: z.array(sellerOrderRowSchema),
  nextCursor: z.string().nullable(),
  counts: z.object({ all: z.int(), to_fulfil: z.int(), shipped: z.int(), delivered: z.int(), cancelled: z.int() }),
});

/** query orders.sellerOrder (seller). NOT_FOUND for another seller's. */
export const sellerOrderInput = z.object({ sellerId: idSchema, subOrderId: idSchema });
export const sellerOrderOutput = z.object({
  subOrder: subOrderSchema.extend({
    orderNumber: z.string(),
    placedAt: z.iso.datetime(),
    email: z.string(),
    shippingAddress: storedAddressSchema,
    timeline: z.array(timelineEntrySchema),
  }),
});

/** mutation orders.ship (seller): idempotent by `shipmentId`, chosen by the caller. Without `lines` everything that is left. CONFLICT `not_shippable`, UNPROCESSABLE `quantity_exceeded`. */
export const shipInput = z.object({
  sellerId: idSchema,
  subOrderId: idSchema,
  shipmentId: idSchema,
  carrier: z.string().trim().min(1).max(60),
  trackingNumber: z.string().trim().min(3).max(60),
  lines: z
    .array(z.object({ orderLineId: idSchema, quantity: z.int().positive() }))
    .max(200)
    .optional(),
});
/** mutation orders.markDelivered (seller). */
export const markDeliveredInput = z.object({ sellerId: idSchema, subOrderId: idSchema, shipmentId: idSchema });

/** What the importer hands to the facade's `importOrders`: idempotent by (source, sourceRef). */
export const historicOrderSchema = z.object({
  source: z.string(),
  sourceRef: z.string(),
  placedAt: z.date(),
  currency: currencySchema,
  userId: idSchema.nullable(),
  email: z.string(),
  /** The customer's, where it is known. */
  name: z.string().optional(),
  country: z.string(),
  lines: z
    .array(
      z.object({
        productId: idSchema,
        variantId: idSchema,
        slug: z.string(),
        sku: z.string(),
        title: z.string(),
        variantTitle: z.string().optional(),
        imageUrl: z.string().nullable().optional(),
        sellerId: idSchema,
        sellerSlug: z.string(),
        sellerName: z.string(),
        quantity: z.int().positive(),
        unitPrice: z.int().nonnegative(),
      }),
    )
    .min(1),
});
export type HistoricOrder = z.infer<typeof historicOrderSchema>;
