import type Stripe from 'stripe';

interface RefundRequest {
  idempotencyKey: string;
  providerRef: string;
  amount: number;
}

/** A refund that counts against what was captured. */
const counts = ({ status }: Stripe.Refund) => status !== 'failed' && status !== 'canceled';

/**
 * Our key is kept with the refund itself, since Stripe forgets idempotency keys after a day and a refund may be asked for
 * again much later. Throws when nothing was captured or more would go back than came in.
 */
export async function refund(
  stripe: Stripe,
  { idempotencyKey, providerRef, amount }: RefundRequest,
): Promise<{ refundRef: string }> {
  const intent = await stripe.paymentIntents.retrieve(providerRef);
  if (intent.status !== 'succeeded') throw new Error(`Stripe refunds nothing of a payment that is ${intent.status}`);
  const made = await stripe.refunds
    .list({ payment_intent: providerRef, limit: 100 })
    .autoPagingToArray({ limit: 1_000 });
  const known = made.find((one) => one.metadata?.key === idempotencyKey && counts(one));
  if (known) return { refundRef: known.id };
  const before = made.filter(counts).reduce((sum, one) => sum + one.amount, 0);
  if (before + amount > intent.amount_received) throw new Error('More would be refunded than Stripe has captured');
  const { id } = await stripe.refunds.create(
    { payment_intent: providerRef, amount, metadata: { key: idempotencyKey } },
    { idempotencyKey },
  );
  return { refundRef: id };
}
