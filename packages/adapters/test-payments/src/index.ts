import { newToken } from '@mallhive/kernel';
import { type Logger, silentLogger } from '@mallhive/observability';
import type { CardProvider } from '@mallhive/payments/ports';
import { z } from 'zod';
import { chargeCard } from './cards.ts';
import { type DeliveryOptions, deliverDue, startDelivery } from './deliver.ts';
import { createPages, type PageRequest } from './http.ts';
import { checkReturnUrl } from './return-url.ts';
import { isSigned, signatureHeader } from './signature.ts';
import { stateOf } from './state.ts';
import { createStore, type Intent, type Query } from './store.ts';
import { createTransfers } from './transfers.ts';

export { testCards } from './cards.ts';
export type { PageRequest, PageResponse } from './http.ts';
export { sign, signatureHeader } from './signature.ts';
export type { Query } from './store.ts';

export interface TestPaymentsOptions {
  query: Query;
  /** Where events are posted: `<api>/webhooks/test`. */
  webhookUrl: string;
  /** The first is the current one; a second is accepted and signed with while secrets rotate. */
  webhookSecrets: readonly string[];
  /** Origins that a second step may return to besides plain paths. */
  returnOrigins?: readonly string[];
  logger?: Logger;
  fetch?: typeof globalThis.fetch;
  now?: () => Date;
}

const eventSchema = z.object({
  id: z.string(),
  type: z.string(),
  intent: z.object({
    ref: z.string(),
    amount: z.int(),
    currency: z.string(),
    metadata: z.object({ paymentId: z.string(), orderId: z.string() }),
    status: z.enum(['requires_method', 'requires_action', 'authorised', 'succeeded', 'cancelled']),
    attempt: z.int(),
    card: z.string().nullable(),
    failure_code: z.string().nullable(),
    failure_message: z.string().nullable(),
  }),
});

/** A payment provider that needs no account: its own books, test cards, a second step, and signed webhooks that repeat. */
export function createTestPayments(options: TestPaymentsOptions) {
  const { query, webhookUrl, webhookSecrets: secrets, returnOrigins: origins = [], logger = silentLogger } = options;
  const now = options.now ?? (() => new Date());
  const store = createStore(query);
  const delivery: DeliveryOptions = { store, webhookUrl, secrets, logger, fetch: options.fetch ?? fetch, now };
  let deliverer: ReturnType<typeof startDelivery> | null = null;
  const kick = () => deliverer?.kick();
  const known = (intent: Intent | null): Intent => {
    if (!intent) throw new Error('The test provider does not know this payment');
    return intent;
  };

  const provider: CardProvider = {
    code: 'test',
    name: 'Card (test)',
    publishableKey: null,
    transfers: createTransfers(query),

    async create({ idempotencyKey, paymentId, orderId, amount, currency }) {
      const intent = await store.create({
        ref: `tp_${newToken().slice(0, 24)}`,
        key: idempotencyKey,
        clientSecret: `tps_${newToken()}`,
        amount,
        currency,
        metadata: { paymentId, orderId },
      });
      return { ...stateOf(intent), clientSecret: intent.client_secret };
    },

    retrieve: async (ref) => stateOf(known(await store.find(ref))),

    async capture({ providerRef, amount }) {
      const intent = known(await store.capture(providerRef, amount));
      if (intent.status === 'authorised') throw new Error('The test provider takes a payment as a whole');
      kick();
      return stateOf(intent);
    },

    async cancel(ref) {
      const intent = known(await store.cancel(ref));
      kick();
      return stateOf(intent);
    },

    async refund({ idempotencyKey, providerRef, amount }) {
      const ref = `tpr_${newToken().slice(0, 24)}`;
      const refundRef = await store.refund({ ref, intentRef: providerRef, key: idempotencyKey, amount });
      if (!refundRef) throw new Error('The test provider refused a refund of more than was paid');
      return { refundRef };
    },

    verifyWebhook(rawBody, headers) {
      if (!isSigned(rawBody, headers[signatureHeader], secrets, now())) return null;
      const { id, type, intent } = eventSchema.parse(JSON.parse(rawBody));
      return { id, type, paymentId: intent.metadata.paymentId, state: stateOf(intent) };
    },

    async confirmCard({ providerRef, card, returnUrl }) {
      const url = checkReturnUrl(returnUrl, origins);
      const outcome = chargeCard(card, now());
      const failed = outcome.kind === 'fails';
      const intent = known(
        await store.confirm(providerRef, {
          status: failed ? 'requires_method' : outcome.kind === 'succeeds' ? 'authorised' : 'requires_action',
          card: outcome.card,
          code: failed ? outcome.code : null,
          message: failed ? outcome.message : null,
          returnUrl: url,
        }),
      );
      kick();
      const query = new URLSearchParams({ client_secret: intent.client_secret });
      const actionUrl = `/test-payments/challenge/${intent.ref}?${query}`;
      return { ...stateOf(intent), actionUrl: intent.status === 'requires_action' ? actionUrl : null };
    },
  };

  return {
    provider,
    /** Serves the second step; null for a path that is none of its pages. */
    handlePage: createPages(store, { origins, afterChange: kick }) satisfies (request: PageRequest) => unknown,
    /** Begins to deliver webhooks; `stop` waits for those under way. */
    start() {
      deliverer ??= startDelivery(delivery);
      return { stop: async () => deliverer?.stop() };
    },
    deliverDue: () => deliverDue(delivery),
  };
}
export type TestPayments = ReturnType<typeof createTestPayments>;
