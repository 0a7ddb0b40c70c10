import { idSchema, moneySchema } from '@mallhive/kernel';
import { z } from 'zod';
import {
  orderOutput,
  returnConditionSchema,
  returnReasonSchema,
  returnSchema,
  returnStatusSchema,
  returnWishSchema,
} from '../contract.ts';

/**
 * mutation orders.requestReturn (public): owner, or holder of the order's access token. All lines of one seller's part, only
 * what arrived within the window. Once per `returnId`, chosen by the caller. UNPROCESSABLE `not_returnable` {orderLineIds},
 * `exchange_dearer` when the other variant costs more, `exchange_unavailable`; NOT_FOUND for another's order.
 */
export const requestReturnInput = z.object({
  orderId: idSchema,
  accessToken: z.string().max(100).optional(),
  returnId: idSchema,
  wish: returnWishSchema.default('refund'),
  note: z.string().trim().max(1_000).default(''),
  lines: z
    .array(
      z.object({
        orderLineId: idSchema,
        quantity: z.int().positive(),
        reason: returnReasonSchema,
        /** Into which variant of the same product; needed when the wish is an exchange. */
        exchangeVariantId: idSchema.optional(),
      }),
    )
    .min(1)
    .max(100),
});
export const requestReturnOutput = orderOutput;

/** mutation orders.sendReturn (public): the shopper handed it to a carrier. CONFLICT `return_not_open` unless approved. */
export const sendReturnInput = z.object({
  orderId: idSchema,
  accessToken: z.string().max(100).optional(),
  returnId: idSchema,
  carrier: z.string().trim().min(2).max(60),
  trackingNumber: z.string().trim().max(60).default(''),
});
export const sendReturnOutput = orderOutput;

const returnRowSchema = z.object({
  id: idSchema,
  number: z.string(),
  status: returnStatusSchema,
  wish: returnWishSchema,
  subOrderId: idSchema,
  subOrderNumber: z.string(),
  sellerName: z.string(),
  customerName: z.string(),
  units: z.int(),
  requestedAt: z.iso.datetime(),
});

/** query orders.sellerReturns (seller): newest first. `open`: somebody has to do something. */
export const sellerReturnsInput = z.object({
  sellerId: idSchema,
  status: z.enum(['open', 'all', 'closed']).default('open'),
  cursor: z.string().max(400).nullish(),
  limit: z.int().min(1).max(100).default(30),
});
export const returnsOutput = z.object({
  items: z.array(returnRowSchema),
  nextCursor: z.string().nullable(),
  counts: z.object({ open: z.int(), all: z.int(), closed: z.int() }),
});

/** query orders.allReturns (administrator). */
export const allReturnsInput = sellerReturnsInput.omit({ sellerId: true });

/** query orders.sellerReturn, and mutation orders.receiveReturn, which says that the parcel is here (seller). NOT_FOUND for another seller's. */
export const sellerReturnInput = z.object({ sellerId: idSchema, returnId: idSchema });
export const sellerReturnOutput = z.object({
  return: returnSchema.extend({
    subOrderId: idSchema,
    subOrderNumber: z.string(),
    sellerName: z.string(),
    orderNumber: z.string(),
    customerName: z.string(),
    email: z.string(),
    /** What goes back when all of it is accepted. */
    worth: moneySchema,
    items: z.array(
      z.object({
        returnLineId: idSchema,
        orderLineId: idSchema,
        title: z.string(),
        variantTitle: z.string(),
        sku: z.string(),
        imageUrl: z.string().nullable(),
        worth: moneySchema,
        /** Null unless it should be exchanged. */
        exchangeTo: z.string().nullable(),
      }),
    ),
  }),
});

/** query orders.anyReturn, mutation orders.receiveAnyReturn (administrator): of any seller. */
export const anyReturnInput = sellerReturnInput.omit({ sellerId: true });

/** mutation orders.decideReturn (seller): `text` is where to send it when approved, and why when refused (needed then). CONFLICT `return_not_open`. */
export const decideReturnInput = sellerReturnInput.extend({
  decision: z.enum(['approve', 'refuse']),
  text: z.string().trim().min(5).max(1_000),
});
/**
 * mutation orders.inspectReturn (seller): what was found, for every line. What is accepted is given back or exchanged; what
 * can be sold again goes into the stock. A note is needed when less is accepted than was sent. Happens once.
 */
export const inspectReturnInput = sellerReturnInput.extend({
  note: z.string().trim().max(1_000).default(''),
  lines: z
    .array(
      z.object({
        returnLineId: idSchema,
        condition: returnConditionSchema,
        acceptedQuantity: z.int().nonnegative(),
        restock: z.boolean(),
      }),
    )
    .min(1)
    .max(100),
});

/** mutations orders.decideAnyReturn and orders.inspectAnyReturn (administrator): as the seller does, of any seller. */
export const decideAnyReturnInput = decideReturnInput.omit({ sellerId: true });
export const inspectAnyReturnInput = inspectReturnInput.omit({ sellerId: true });
