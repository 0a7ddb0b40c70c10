import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { describePaymentProvider } from '@mallhive/payments/testing/provider-contract';
import { afterAll, beforeAll } from 'vitest';
import { createTestPayments, sign, signatureHeader } from './index.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const secrets = { current: 'the current secret', former: 'the former secret', foreign: 'another secret' };

describePaymentProvider('the built-in test provider', async () => {
  const posted: { body: string; signature: string }[] = [];
  const payments = createTestPayments({
    query: async (text, values) => (await test.db.pool.query(text, [...values])).rows,
    webhookUrl: 'http://shop.test/webhooks/test',
    webhookSecrets: [secrets.current, secrets.former],
    returnOrigins: ['http://localhost:3000'],
    fetch: async (_url, init) => {
      posted.push({ body: String(init?.body), signature: new Headers(init?.headers).get(signatureHeader) ?? '' });
      return new Response('');
    },
  });
  const confirm = (providerRef: string, number: string) =>
    payments.provider.confirmCard({
      providerRef,
      card: { number, expiry: '12/40', cvc: '123' },
      returnUrl: '/checkout',
    });
  return {
    provider: payments.provider,
    pay: (ref) => confirm(ref, '4242 4242 4242 4242'),
    async decline(ref) {
      await confirm(ref, '4000 0000 0000 0002');
      return undefined;
    },
    sign: (body, how, at = new Date()) => ({ [signatureHeader]: sign(body, [secrets[how]], at) }),
    lastWebhook: async (paymentId) => {
      await payments.deliverDue();
      const found = posted.findLast(({ body }) => body.includes(paymentId));
      if (!found) throw new Error('no webhook was sent');
      return { body: found.body, headers: { [signatureHeader]: found.signature } };
    },
  };
});
