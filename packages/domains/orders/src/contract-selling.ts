import { currencySchema, idSchema, moneySchema } from '@mallhive/kernel';
import { z } from 'zod';
import { storedAddressSchema } from './contract-checkout.ts';
import { subOrderSchema, subOrderStatusSchema, timelineEntrySchema } from './contract-orders.ts';

/** Orders as sellers see and send them, and as the importer brings them. */

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

/**
 * mutation orders.loseParcel (seller): a parcel did not arrive. `resend`: its units are taken from the stock once more and can
 * be sent again; `refund`: they are cancelled and their price goes back. Said again it changes nothing. CONFLICT
 * `parcel_not_under_way` for one that arrived, UNPROCESSABLE `stock_insufficient` {variantIds} when there is nothing to send again.
 */
export const loseParcelInput = z.object({
  sellerId: idSchema,
  subOrderId: idSchema,
  shipmentId: idSchema,
  outcome: z.enum(['resend', 'refund']),
});

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
