import { idSchema, moneySchema } from '@mallhive/kernel';
import { z } from 'zod';
import { savingSchema, storedAddressSchema, totalsSchema } from './contract-checkout.ts';

/** Orders, sub-orders and what became of them, as their buyers see them. */

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
/** `lost`: nobody chooses it, it comes with a parcel. */
export type CancelReason = z.infer<typeof cancelReasonSchema> | 'lost';
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
  /** Of a bundle: what is packed for one of it. */
  parts: z.array(
    z.object({ variantId: idSchema, quantity: z.int(), sku: z.string(), title: z.string(), variantTitle: z.string() }),
  ),
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
  /** What was in a lost one is to be sent again, or was cancelled. */
  status: z.enum(['shipped', 'delivered', 'lost']),
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
