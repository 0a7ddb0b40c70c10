import { currencySchema, defineEvent, idSchema, localeSchema } from '@mallhive/kernel';
import { z } from 'zod';

const lineSchema = z.object({
  orderLineId: idSchema,
  productId: idSchema,
  variantId: idSchema,
  sellerId: idSchema,
  title: z.string(),
  variantTitle: z.string(),
  quantity: z.int(),
  unitPrice: z.int(),
  total: z.int(),
  /** Off the total. */
  discount: z.int().default(0),
  tax: z.int(),
});
const subOrderSchema = z.object({
  id: idSchema,
  number: z.string(),
  sellerId: idSchema,
  sellerName: z.string(),
  items: z.int(),
  discount: z.int().default(0),
  shipping: z.int(),
  shippingDiscount: z.int().default(0),
  tax: z.int(),
  total: z.int(),
});
const orderFacts = z.object({
  orderId: idSchema,
  number: z.string(),
  checkoutId: idSchema,
  userId: idSchema.nullable(),
  email: z.string(),
  name: z.string(),
  country: z.string(),
  currency: currencySchema,
  locale: localeSchema.default('en'),
  items: z.int(),
  discount: z.int().default(0),
  shipping: z.int(),
  shippingDiscount: z.int().default(0),
  tax: z.int(),
  /** False: the tax is on top of goods and delivery. */
  taxIncluded: z.boolean().default(true),
  total: z.int(),
  placedAt: z.iso.datetime(),
  subOrders: z.array(subOrderSchema),
  lines: z.array(lineSchema),
});

/** The order exists and its stock is reserved; money is not yet sure. Fired once, in the transaction that creates it. Amounts in minor units. */
export const orderPlaced = defineEvent('orders/order.placed', 1, orderFacts);
/** The payment covers the order; sellers may fulfil. Fired once, by whoever learns of it first. */
export const orderPaid = defineEvent('orders/order.paid', 1, orderFacts.extend({ paymentId: idSchema }));
/** The order will not be fulfilled; its stock goes back. `reason`: payment_failed, expired, cancelled. */
export const orderCancelled = defineEvent(
  'orders/order.cancelled',
  1,
  z.object({
    orderId: idSchema,
    number: z.string(),
    checkoutId: idSchema,
    email: z.string(),
    locale: localeSchema.default('en'),
    reason: z.string(),
  }),
);
/** A seller handed a parcel to a carrier. Fired once per shipment. */
export const shipmentCreated = defineEvent(
  'orders/shipment.created',
  1,
  z.object({
    shipmentId: idSchema,
    orderId: idSchema,
    orderNumber: z.string(),
    subOrderId: idSchema,
    sellerId: idSchema,
    sellerName: z.string(),
    email: z.string(),
    name: z.string(),
    carrier: z.string(),
    trackingNumber: z.string(),
    trackingUrl: z.string().nullable(),
    locale: localeSchema.default('en'),
    /** Null for an order without an account. */
    userId: idSchema.nullable().default(null),
    lines: z.array(
      z.object({
        productId: idSchema.nullable().default(null),
        title: z.string(),
        variantTitle: z.string(),
        quantity: z.int(),
      }),
    ),
  }),
);
/** A parcel arrived. */
export const shipmentDelivered = defineEvent(
  'orders/shipment.delivered',
  1,
  z.object({
    shipmentId: idSchema,
    orderId: idSchema,
    orderNumber: z.string(),
    subOrderId: idSchema,
    email: z.string(),
    /** Null for an order without an account. */
    userId: idSchema.nullable().default(null),
    /** Nothing of the seller's part is on its way any more. */
    subOrderComplete: z.boolean().default(true),
    name: z.string().default(''),
    sellerName: z.string().default(''),
    locale: localeSchema.default('en'),
    /** What was in it. */
    lines: z.array(z.object({ title: z.string(), variantTitle: z.string(), quantity: z.int() })).default([]),
  }),
);

const afterPayment = z.object({
  orderId: idSchema,
  orderNumber: z.string(),
  subOrderId: idSchema,
  sellerId: idSchema,
  sellerName: z.string(),
  currency: currencySchema,
  email: z.string(),
  name: z.string(),
  userId: idSchema.nullable(),
  locale: localeSchema.default('en'),
});
/** A parcel did not arrive. `resend`: its units are held under the parcel's id, to be taken from the stock once more. Once a parcel. */
export const shipmentLost = defineEvent(
  'orders/shipment.lost',
  1,
  afterPayment.extend({
    shipmentId: idSchema,
    carrier: z.string(),
    trackingNumber: z.string(),
    resend: z.boolean(),
    /** Minor units that go back. */
    refund: z.int(),
    lines: z.array(z.object({ title: z.string(), variantTitle: z.string(), quantity: z.int() })),
  }),
);
/** Units of a paid order will not be sent: they go back into the stock (unless the reason is `lost`), their price goes back with a refund of its own. Once a cancellation. */
export const itemsCancelled = defineEvent(
  'orders/items.cancelled',
  1,
  afterPayment.extend({
    cancellationId: idSchema,
    /** Under which the units were taken from the stock. */
    checkoutId: idSchema,
    by: z.enum(['shopper', 'seller', 'administrator']),
    reason: z.string(),
    note: z.string(),
    /** Nothing of the order is left. */
    everything: z.boolean(),
    /** Minor units. */
    refund: z.int(),
    lines: z.array(
      z.object({
        orderLineId: idSchema,
        productId: idSchema,
        variantId: idSchema,
        title: z.string(),
        variantTitle: z.string(),
        quantity: z.int(),
      }),
    ),
  }),
);
/** Money has to go back. Fired when it is decided, and again when a failed one is tried anew. */
export const refundPlanned = defineEvent(
  'orders/refund.planned',
  1,
  afterPayment.extend({
    refundId: idSchema,
    cause: z.enum(['cancellation', 'return', 'goodwill']),
    amount: z.int(),
    reason: z.string(),
  }),
);

const returnFacts = afterPayment.extend({
  returnId: idSchema,
  number: z.string(),
  lines: z.array(z.object({ title: z.string(), variantTitle: z.string(), quantity: z.int() })),
});
/** A shopper wants to send something back; the seller decides. */
export const returnRequested = defineEvent('orders/return.requested', 1, returnFacts);
/** A return went on: the shopper is told, and what can be sold again goes into the stock. */
export const returnChanged = defineEvent(
  'orders/return.changed',
  1,
  returnFacts.extend({
    state: z.enum(['approved', 'refused', 'received', 'inspected', 'exchanged']),
    /** Instructions, or what the seller says about it. */
    text: z.string(),
    /** Minor units that go back. */
    refund: z.int(),
    restock: z.array(
      z.object({
        returnLineId: idSchema,
        variantId: idSchema,
        productId: idSchema,
        /** Under which the units were taken. */
        checkoutId: idSchema,
        quantity: z.int(),
      }),
    ),
    /** The new sub-order. */
    exchange: idSchema.nullable(),
  }),
);
