import { currencySchema, idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** Of every payload. Fields may be added to a version; one that goes or changes its meaning makes a new version. */
export const payloadVersion = 1;

const part = { orderId: idSchema, orderNumber: z.string(), subOrderId: idSchema };
const orderSchema = z.object({
  ...part,
  number: z.string(),
  currency: currencySchema,
  country: z.string(),
  items: z.int(),
  discount: z.int(),
  shipping: z.int(),
  shippingDiscount: z.int(),
  tax: z.int(),
  taxIncluded: z.boolean(),
  total: z.int(),
  placedAt: z.iso.datetime(),
  lines: z.array(
    z.object({
      orderLineId: idSchema,
      productId: idSchema,
      variantId: idSchema,
      title: z.string(),
      variantTitle: z.string(),
      quantity: z.int(),
      unitPrice: z.int(),
      total: z.int(),
      discount: z.int(),
      tax: z.int(),
    }),
  ),
});
const namedLines = z.array(z.object({ title: z.string(), variantTitle: z.string(), quantity: z.int() }));
const returnSchema = z.object({ ...part, returnId: idSchema, number: z.string(), lines: namedLines });
const decisionSchema = z.object({ productId: idSchema, title: z.string(), reason: z.string() });
const payoutSchema = z.object({ payoutId: idSchema, amount: z.int(), currency: currencySchema });

/** What a seller's system can subscribe to, with what is told. Amounts are minor units; nothing says who the shopper is. */
export const eventTypes = {
  'order.placed': { about: 'An order was placed; its money is not sure yet.', data: orderSchema },
  'order.paid': { about: 'An order is paid and can be sent.', data: orderSchema },
  'order.cancelled': {
    about: 'An order that nobody paid for will not come.',
    data: z.object({ ...part, number: z.string(), reason: z.string() }),
  },
  'order.items_cancelled': {
    about: 'Units of a paid order will not be sent.',
    data: z.object({
      ...part,
      cancellationId: idSchema,
      by: z.enum(['shopper', 'seller', 'administrator']),
      currency: currencySchema,
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
  },
  'shipment.created': {
    about: 'A parcel was handed to a carrier.',
    data: z.object({
      ...part,
      shipmentId: idSchema,
      carrier: z.string(),
      trackingNumber: z.string(),
      trackingUrl: z.string().nullable(),
      lines: namedLines,
    }),
  },
  'shipment.delivered': {
    about: 'A parcel arrived.',
    data: z.object({ ...part, shipmentId: idSchema, complete: z.boolean() }),
  },
  'return.requested': { about: 'A shopper wants to send something back; you decide.', data: returnSchema },
  'return.changed': {
    about: 'A return was decided on, received, inspected or exchanged.',
    data: returnSchema.extend({
      state: z.enum(['approved', 'refused', 'received', 'inspected', 'exchanged']),
      currency: currencySchema,
      refund: z.int(),
    }),
  },
  'refund.created': {
    about: 'Money goes back to a shopper.',
    data: z.object({
      ...part,
      refundId: idSchema,
      cause: z.enum(['cancellation', 'return', 'goodwill']),
      amount: z.int(),
      currency: currencySchema,
    }),
  },
  'stock.low': {
    about: 'Fewer units are left than you want to be told of.',
    data: z.object({
      variants: z.array(z.object({ variantId: idSchema, productId: idSchema, available: z.int(), lowBelow: z.int() })),
    }),
  },
  'product.changed': {
    about: 'A product was created, changed, published or archived.',
    data: z.object({
      productId: idSchema,
      slug: z.string(),
      status: z.enum(['draft', 'published', 'archived']),
      created: z.boolean(),
    }),
  },
  'product.approved': { about: 'We looked at a product and approved it.', data: decisionSchema },
  'product.rejected': { about: 'We looked at a product and did not approve it.', data: decisionSchema },
  'payout.paid': { about: 'A payout is on its way to your account.', data: payoutSchema },
  'payout.failed': { about: 'A payout did not work; its money is back in your balance.', data: payoutSchema },
} as const satisfies Record<string, { about: string; data: z.ZodType }>;

export type EventType = keyof typeof eventTypes;
export type EventData = { [Type in EventType]: z.input<(typeof eventTypes)[Type]['data']> };
export const eventTypeNames = Object.keys(eventTypes) as [EventType, ...EventType[]];
export const eventTypeSchema = z.enum(eventTypeNames);

/** Something that happened to a seller, as told to their systems. */
export type SellerEvent = {
  [Type in EventType]: {
    sellerId: string;
    /** What makes it one event, whoever tells of it how often: `order.paid:<sub-order>`. */
    key: string;
    type: Type;
    at: Date;
    data: EventData[Type];
  };
}[EventType];

/** The body of a request. Throws ZodError when the data is not what the type promises. */
export function writePayload({ type, at, data }: Pick<SellerEvent, 'type' | 'at' | 'data'>): string {
  const checked = eventTypes[type].data.parse(data);
  return JSON.stringify({ type, version: payloadVersion, timestamp: at.toISOString(), data: checked });
}
