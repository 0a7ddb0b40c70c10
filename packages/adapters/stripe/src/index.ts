import type { PaymentProvider } from '@mallhive/payments/ports';
import Stripe from 'stripe';
import { refund } from './refund.ts';
import { isGone, isRefusal } from './refusal.ts';
import { savedCards } from './saved-cards.ts';
import { stateOf, withCard } from './state.ts';
import { transfers } from './transfers.ts';
import { readWebhook } from './webhook.ts';

export interface StripeOptions {
  /** `sk_…` or a restricted `rk_…`. */
  secretKey: string;
  /** `pk_…`, for Stripe.js in the browser. */
  publishableKey: string;
  /** `whsec_…`: the current one first, the one of before while they rotate. */
  webhookSecrets: readonly string[];
  /** Where sellers may come back to from Stripe's pages. */
  returnOrigins?: readonly string[];
  /** Another address of the API, for tests. */
  apiUrl?: string | undefined;
  /** For one call, with its repeats; 20 seconds unless told. */
  timeoutMs?: number;
  now?: () => Date;
}

/** Thrown by `check` when Stripe does not know the secret key. */
export class StripeKeyRefused extends Error {}

/** Stripe behind the payments domain's port: PaymentIntents with manual capture, cards, refunds, webhooks, Connect transfers. */
export function createStripePayments(options: StripeOptions) {
  const { secretKey, publishableKey, webhookSecrets, apiUrl, timeoutMs = 20_000 } = options;
  const now = options.now ?? (() => new Date());
  const address = apiUrl ? new URL(apiUrl) : null;
  const stripe = new Stripe(secretKey, {
    maxNetworkRetries: 2,
    timeout: timeoutMs,
    telemetry: false,
    ...(address && {
      host: address.hostname,
      port: address.port,
      protocol: address.protocol === 'http:' ? 'http' : 'https',
    }),
  });
  const intents = stripe.paymentIntents;

  async function retrieve(providerRef: string) {
    const asked = now();
    return stateOf(await intents.retrieve(providerRef, withCard), asked);
  }

  /** The state after the change, or where the payment stands when Stripe says that it cannot be changed any more. */
  async function change(providerRef: string, work: () => Promise<Stripe.PaymentIntent>) {
    const asked = now();
    try {
      return stateOf(await work(), asked);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return retrieve(providerRef);
    }
  }

  const provider: PaymentProvider = {
    code: 'stripe',
    name: 'Card',
    publishableKey,

    async create({ idempotencyKey, paymentId, orderId, amount, currency }) {
      const asked = now();
      const intent = await intents.create(
        {
          amount,
          currency: currency.toLowerCase(),
          capture_method: 'manual',
          metadata: { paymentId, orderId },
        },
        { idempotencyKey },
      );
      if (!intent.client_secret) throw new Error('Stripe opened a payment without a client secret');
      return { ...stateOf(intent, asked), clientSecret: intent.client_secret };
    },

    retrieve,
    capture: ({ idempotencyKey, providerRef, amount }) =>
      change(providerRef, () =>
        intents.capture(providerRef, { amount_to_capture: amount, ...withCard }, { idempotencyKey }),
      ),
    cancel: (providerRef) => change(providerRef, () => intents.cancel(providerRef, withCard)),
    refund: (input) => refund(stripe, input),
    verifyWebhook: (rawBody, headers) => readWebhook(stripe, webhookSecrets, rawBody, headers['stripe-signature']),
    saved: savedCards(stripe),
    transfers: transfers(stripe, options.returnOrigins ?? []),
  };

  return {
    provider,
    /** Asks Stripe whether it knows the secret key. Throws StripeKeyRefused, or whatever keeps Stripe from answering. */
    async check(): Promise<void> {
      try {
        await stripe.balance.retrieve({}, { maxNetworkRetries: 0, timeout: 5_000 });
      } catch (error) {
        if (error instanceof Stripe.errors.StripeAuthenticationError) throw new StripeKeyRefused(error.message);
        // A restricted key that may not read the balance is known all the same.
        if (!(error instanceof Stripe.errors.StripePermissionError) && !isGone(error)) throw error;
      }
    },
  };
}
