import type { ProviderEvent } from '@mallhive/payments/ports';
import Stripe from 'stripe';

/**
 * The message says only which payment has news: its fields are of the API version that the endpoint was made with, and it
 * may be older than another one. So the domain asks. Null unless one of the secrets opens the signature.
 */
export function readWebhook(
  stripe: Stripe,
  secrets: readonly string[],
  rawBody: string,
  signature: string | undefined,
): ProviderEvent | null {
  const event = signature && rawBody ? opened(stripe, secrets, rawBody, signature) : null;
  if (!event) return null;
  const { object } = event.data;
  if (object.object === 'refund')
    return { id: event.id, type: event.type, paymentId: null, state: null, ...lostIn(object) };
  if (object.object === 'account')
    return { id: event.id, type: event.type, paymentId: null, state: null, accountRef: object.id };
  const paymentId = object.object === 'payment_intent' ? (object.metadata.paymentId ?? null) : null;
  return { id: event.id, type: event.type, paymentId, state: null };
}

/** Taken at first, and back at Stripe since: the card's account is closed, or the bank did not take it. Neither changes any more. */
function lostIn({ id, status, failure_reason: reason }: Stripe.Refund): Pick<ProviderEvent, 'lostRefund'> {
  if (status !== 'failed' && status !== 'canceled') return {};
  return { lostRefund: { refundRef: id, reason: reason ?? status } };
}

function opened(stripe: Stripe, secrets: readonly string[], body: string, signature: string): Stripe.Event | null {
  for (const secret of secrets) {
    try {
      return stripe.webhooks.constructEvent(body, signature, secret);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
    }
  }
  return null;
}
