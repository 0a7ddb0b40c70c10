import { describePaymentProvider } from '@mallhive/payments/testing/provider-contract';
import { type PayPalServer, startPayPal } from '@mallhive/testing/paypal';
import { afterAll, beforeAll } from 'vitest';
import { createPayPal } from './index.ts';

const patience = { retries: 2, firstPauseMs: 5 };
let paypal: PayPalServer;
beforeAll(async () => {
  paypal = await startPayPal({ webhooks: [{ id: 'CURRENT', url: 'http://127.0.0.1:9/webhooks/paypal' }] });
  paypal.webhooks.hold();
});
afterAll(() => paypal.close());

describePaymentProvider('PayPal', async () => {
  const { provider } = createPayPal({
    clientId: paypal.clientId,
    clientSecret: paypal.clientSecret,
    environment: 'sandbox',
    apiUrl: paypal.url,
    patience,
    webhookIds: ['CURRENT'],
    returnOrigins: ['http://shop.test'],
    brand: 'MallHive',
  });
  return {
    provider,
    pay: async (ref) => paypal.approve(ref),
    decline: async (ref) => {
      paypal.approve(ref, 'declined');
      return provider.authorise?.({ idempotencyKey: `first try of ${ref}`, providerRef: ref });
    },
    lastWebhook: async (paymentId) => {
      const found = paypal.webhooks.sent().findLast(({ body }) => body.includes(paymentId));
      if (!found) throw new Error('no webhook was sent');
      return { body: found.body, headers: found.headers };
    },
    // So often that asking again by itself does not help.
    loseNextAnswer: () => paypal.faults.add({ match: 'POST /v2/', kind: 'lost_answer', times: patience.retries + 1 }),
  };
});
