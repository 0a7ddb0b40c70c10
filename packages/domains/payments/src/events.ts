import { currencySchema, defineEvent, idSchema } from '@mallhive/kernel';
import { z } from 'zod';

const facts = z.object({
  paymentId: idSchema,
  orderId: idSchema,
  amount: z.int(),
  currency: currencySchema,
  provider: z.string(),
});

/** The money is ours (captured). Fired once per payment, whether webhook or browser told us first. */
export const paymentCaptured = defineEvent(
  'payments/payment.captured',
  1,
  facts.extend({ card: z.string().nullable() }),
);
/** One attempt failed; the shopper may try again on the same payment. */
export const paymentFailed = defineEvent(
  'payments/payment.failed',
  1,
  facts.extend({ code: z.string(), message: z.string() }),
);
/** The payment will never be captured. */
export const paymentCancelled = defineEvent('payments/payment.cancelled', 1, facts);
/** Money went back. */
export const paymentRefunded = defineEvent(
  'payments/payment.refunded',
  1,
  facts.extend({
    refundId: idSchema,
    reason: z.string(),
    /** What it was asked for with. */ key: z.string().default(''),
  }),
);
/** A refund that the provider had taken did not arrive after all: it waits to be sent again. Fired once each time. */
export const paymentRefundLost = defineEvent(
  'payments/payment.refund_lost',
  1,
  facts.extend({ refundId: idSchema, reason: z.string(), /** What it was asked for with. */ key: z.string() }),
);
/** A gift card was given out; whoever mails it asks for what it is. */
export const giftCardIssued = defineEvent('payments/gift_card.issued', 1, z.object({ giftCardId: idSchema }));
/** A person got credit. */
export const creditGranted = defineEvent(
  'payments/credit.granted',
  1,
  z.object({ movement: idSchema, userId: idSchema, amount: z.int(), currency: currencySchema, note: z.string() }),
);
/** A payout arrived at the seller's account, or came back into their balance. Minor units. */
export const payoutEnded = defineEvent(
  'payments/payout.ended',
  1,
  z.object({
    payoutId: idSchema,
    sellerId: idSchema,
    outcome: z.enum(['paid', 'failed']),
    amount: z.int(),
    currency: currencySchema,
  }),
);
/** An administrator does not wait for the hour: what is due is planned now. */
export const payoutsRequested = defineEvent('payments/payouts.requested', 1, z.object({ requestedBy: idSchema }));
