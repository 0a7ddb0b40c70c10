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
  const paymentId = object.object === 'payment_intent' ? (object.metadata.paymentId ?? null) : null;
  return { id: event.id, type: event.type, paymentId, state: null };
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
