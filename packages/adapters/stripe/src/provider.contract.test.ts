import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describePaymentProvider } from '@mallhive/payments/testing/provider-contract';
import { type LocalStripe, startLocalStripe } from '@mallhive/testing/localstripe';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect } from 'vitest';
import { createStripePayments } from './index.ts';

const secrets = { current: 'whsec_current', former: 'whsec_former', foreign: 'whsec_foreign' };
const received: { body: string; signature: string }[] = [];
let server: LocalStripe;
let shop: Server;

beforeAll(async () => {
  server = await startLocalStripe();
  shop = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({
      body: Buffer.concat(chunks).toString(),
      signature: String(request.headers['stripe-signature']),
    });
    response.end();
  }).listen(0, '127.0.0.1');
  await once(shop, 'listening');
  await server.sendWebhooksTo(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/`, secrets.current);
});
afterAll(async () => {
  await server.stop();
  shop.close();
});

const signer = new Stripe('sk_test_signer');

describePaymentProvider('Stripe, on localstripe', async () => {
  const { provider } = createStripePayments({
    secretKey: 'sk_test_shop',
    publishableKey: 'pk_test_shop',
    webhookSecrets: [secrets.current, secrets.former],
    apiUrl: server.url,
  });
  return {
    provider,
    pay: (ref) => server.confirm(ref, '4242424242424242'),
    // localstripe takes no second card after a declined one; after a failed second step it does.
    async decline(ref) {
      await server.confirm(ref, '4000002500003155');
      await server.authenticate(ref, false);
      return undefined;
    },
    async lastWebhook(paymentId) {
      const about = () => received.findLast(({ body }) => body.includes(paymentId));
      await expect.poll(about, { timeout: 10_000 }).toBeDefined();
      const { body, signature } = about() ?? { body: '', signature: '' };
      return { body, headers: { 'stripe-signature': signature } };
    },
    sign: (payload, how, at = new Date()) => ({
      'stripe-signature': signer.webhooks.generateTestHeaderString({
        payload,
        secret: secrets[how],
        timestamp: Math.floor(at.getTime() / 1000),
      }),
    }),
    loseNextAnswer: () => server.loseNextAnswer(),
  };
});
