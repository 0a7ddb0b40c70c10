import { idSchema, moneySchema } from '@mallhive/kernel';
import { z } from 'zod';
import { cancelReasonSchema, orderOutput, refundSchema, sellerOrderOutput } from '../contract.ts';

const cancelLines = z
  .array(z.object({ orderLineId: idSchema, quantity: z.int().positive() }))
  .min(1)
  .max(200);

/**
 * mutation orders.cancelItems (public): the shopper takes back what was not sent; owner, or holder of the order's access token.
 * Without `lines` everything that can still be taken back. Once per `requestId`. CONFLICT `not_cancellable` when the seller
 * has sent something of that part, UNPROCESSABLE `quantity_exceeded`, NOT_FOUND for another's order.
 */
export const cancelItemsInput = z.object({
  orderId: idSchema,
  accessToken: z.string().max(100).optional(),
  requestId: idSchema,
  lines: cancelLines.optional(),
  reason: cancelReasonSchema.extract(['changed_mind', 'mistake', 'too_slow', 'other']).default('other'),
});
export const cancelItemsOutput = orderOutput;

/** mutation orders.cancelSold (seller): what cannot be sent, with a reason; the shopper gets its price back and is told. */
export const cancelSoldInput = z.object({
  sellerId: idSchema,
  subOrderId: idSchema,
  requestId: idSchema,
  lines: cancelLines.optional(),
  reason: cancelReasonSchema.exclude(['changed_mind', 'mistake', 'too_slow']),
  note: z.string().trim().max(500).default(''),
});
export const cancelSoldOutput = sellerOrderOutput;

/**
 * mutation orders.refundPart (seller: owner, manager): money for goodwill, without anything coming back. Once per `requestId`.
 * UNPROCESSABLE `refund_exceeds` {left} when more than what is left of the seller's part.
 */
export const refundPartInput = z.object({
  sellerId: idSchema,
  subOrderId: idSchema,
  requestId: idSchema,
  /** Minor units of the order's currency. */
  amount: z.int().positive(),
  reason: z.string().trim().min(3).max(300),
});
export const refundPartOutput = z.object({ refund: refundSchema, left: moneySchema });

/**
 * mutation orders.retryRefund (administrator): one that failed is sent again, or with `toCredit` becomes the shopper's
 * credit in the shop. NOT_FOUND, CONFLICT `not_retryable`, UNPROCESSABLE `no_account` for the order of a guest.
 */
export const retryRefundInput = z.object({ refundId: idSchema, toCredit: z.boolean().default(false) });
export const retryRefundOutput = z.object({ ok: z.literal(true) });

/** query orders.findOrder (administrator): any order by its number. NOT_FOUND. */
export const findOrderInput = z.object({ number: z.string().trim().toUpperCase().min(4).max(32) });
export const findOrderOutput = orderOutput;

/** mutation orders.cancelPart (administrator): as `cancelSold`, of any seller. */
export const cancelPartInput = cancelSoldInput.omit({ sellerId: true });
export const cancelPartOutput = z.object({ ok: z.literal(true) });

/** mutation orders.refundAny (administrator): as `refundPart`, of any seller. */
export const refundAnyInput = refundPartInput.omit({ sellerId: true });
