import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LocalStripe, startLocalStripe } from '@mallhive/testing/localstripe';
import { startStripeMock } from '@mallhive/testing/stripe-mock';
import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStripePayments, StripeKeyRefused } from './index.ts';
import { stateOf } from './state.ts';

const keys = { secretKey: 'sk_test_123', publishableKey: 'pk_test_123', webhookSecrets: ['whsec_now'] };
const at = new Date('2026-11-01T12:00:00Z');

describe('what Stripe says of a payment', () => {
  const intent = (fields: Record<string, unknown>) =>
    ({
      id: 'pi_1',
      amount: 500,
      amount_received: 0,
      amount_capturable: 0,
      currency: 'gbp',
      ...fields,
    }) as unknown as Stripe.PaymentIntent;

  it('has the amount that is held, and then the one that was taken', () => {
    expect(stateOf(intent({ status: 'requires_capture', amount_capturable: 400 }), at)).toMatchObject({
      status: 'authorised',
      amount: 400,
    });
    expect(stateOf(intent({ status: 'succeeded', amount_received: 300 }), at)).toMatchObject({ amount: 300 });
  });

  it.each([
    [{ code: 'card_declined', decline_code: 'insufficient_funds' }, 'insufficient_funds'],
    [{ code: 'card_declined', decline_code: 'generic_decline' }, 'card_declined'],
    [{ code: 'expired_card' }, 'expired_card'],
    [{ code: 'payment_intent_authentication_failure' }, 'authentication_failed'],
    [{}, 'card_declined'],
  ])('says why it failed: %j', (error, code) => {
    const failed = intent({ status: 'requires_payment_method', last_payment_error: error });
    expect(stateOf(failed, at).failure?.code).toBe(code);
    expect(stateOf(intent({ status: 'requires_capture', last_payment_error: error }), at).failure).toBeNull();
  });

  it('orders news by time, and within a second by how far it is, for many years', () => {
    const sequence = (status: string, when = at, error?: object) =>
      stateOf(intent({ status, last_payment_error: error }), when).sequence;
    const steps = [
      sequence('requires_payment_method'),
      sequence('requires_action'),
      sequence('requires_payment_method', at, { code: 'card_declined' }),
      sequence('requires_capture'),
      sequence('requires_payment_method', new Date(at.getTime() + 1_000)),
    ];
    expect(steps.toSorted((a, b) => a - b)).toEqual(steps);
    expect(new Set(steps).size).toBe(steps.length);
    expect(sequence('succeeded', new Date('2042-12-31'))).toBeLessThan(2 ** 31);
  });

  it('names the card as its owner would, and waits on a status nobody knows yet', () => {
    const paid = (brand: string) =>
      stateOf(intent({ status: 'brand_new', payment_method: { card: { brand, last4: '4242' } } }), at);
    expect(paid('visa')).toMatchObject({ card: 'Visa 4242', status: 'processing' });
    expect(paid('amex').card).toBe('American Express 4242');
  });
});

describe('the shape of every request', () => {
  let mock: Awaited<ReturnType<typeof startStripeMock>>;
  let front: Server;
  const seen: string[] = [];
  let stripe: ReturnType<typeof createStripePayments>;

  // stripe-mock answers fixtures; here a payment that is read counts as captured, so that every call is reached.
  beforeAll(async () => {
    mock = await startStripeMock();
    front = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const url = request.url ?? '/';
      const reply = await fetch(`${mock.url}${url}`, {
        method: request.method ?? 'GET',
        headers: {
          authorization: String(request.headers.authorization),
          'content-type': 'application/x-www-form-urlencoded',
        },
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      });
      seen.push(`${request.method} ${url.split('?')[0]?.replace(/(pi|tr|cus|pm|acct)_\w+/g, ':id')} ${reply.status}`);
      const body = (await reply.json()) as Record<string, unknown>;
      if (body.object === 'payment_intent') {
        Object.assign(body, {
          status: 'succeeded',
          amount_received: 2_000,
          latest_charge: 'ch_1',
          client_secret: 'pi_1_secret_1',
        });
      }
      if (body.object === 'list') body.data = [];
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    await once(front, 'listening');
    const { port } = front.address() as AddressInfo;
    stripe = createStripePayments({
      ...keys,
      apiUrl: `http://127.0.0.1:${port}`,
      returnOrigins: ['https://sell.example'],
    });
  });
  afterAll(async () => {
    front.closeAllConnections();
    front.close();
    await mock.stop();
  });

  it('is the one that Stripe describes', async () => {
    const { provider } = stripe;
    const ref = 'pi_1';
    const key = (name: string) => ({ idempotencyKey: name, providerRef: ref });
    const payment = { paymentId: 'p', orderId: 'o', amount: 2_000, currency: 'GBP' } as const;
    await provider.create({ idempotencyKey: 'create', ...payment });
    await provider.retrieve(ref);
    await provider.capture({ ...key('capture'), amount: 2_000 });
    await provider.cancel(ref);
    await provider.refund({ ...key('refund'), amount: 500 });
    await provider.saved?.customer({ userId: 'u' });
    await provider.saved?.attach({ providerRef: ref, customerRef: 'cus_1', save: true });
    await provider.saved?.list('cus_1');
    await provider.saved?.remove({ customerRef: 'cus_other', methodId: 'pm_1' });
    await provider.saved?.forget('cus_1');
    const money = { accountRef: 'acct_1', amount: 700, currency: 'GBP', group: 'order', providerRef: ref } as const;
    await provider.transfers?.send({ idempotencyKey: 'transfer', ...money });
    await provider.transfers?.reverse({ idempotencyKey: 'reverse', transferRef: 'tr_1', amount: 100 });
    await provider.transfers?.ready('acct_1');
    const back = { accountRef: 'acct_1', returnUrl: 'https://sell.example/payouts?account=stripe' };
    await provider.transfers?.onboarding?.open({ sellerId: 'seller' });
    expect((await provider.transfers?.onboarding?.page(back))?.url).toMatch(/^https:/);
    await expect(
      provider.transfers?.onboarding?.page({ ...back, returnUrl: 'https://sell.example.evil/payouts' }),
    ).rejects.toMatchObject({ reason: 'return_url_invalid' });
    await stripe.check();
    expect(seen).toEqual([
      'POST /v1/payment_intents 200',
      'GET /v1/payment_intents/:id 200',
      'POST /v1/payment_intents/:id/capture 200',
      'POST /v1/payment_intents/:id/cancel 200',
      'GET /v1/payment_intents/:id 200',
      'GET /v1/refunds 200',
      'POST /v1/refunds 200',
      'POST /v1/customers 200',
      'POST /v1/payment_intents/:id 200',
      'GET /v1/payment_methods 200',
      'GET /v1/payment_methods/:id 200',
      'DELETE /v1/customers/:id 200',
      'GET /v1/payment_intents/:id 200',
      'POST /v1/transfers 200',
      'POST /v1/transfers/:id/reversals 200',
      'GET /v1/accounts/:id 200',
      'POST /v1/accounts 200',
      'POST /v1/account_links 200',
      'GET /v1/balance 200',
    ]);
  });
});

describe('saved cards and keys', () => {
  let server: LocalStripe;
  beforeAll(async () => {
    server = await startLocalStripe();
  });
  afterAll(() => server.stop());

  it('are one person’s: listed, removed by nobody else, forgotten as a whole', async () => {
    const { saved } = createStripePayments({ ...keys, apiUrl: server.url }).provider;
    const person = { userId: 'ada' };
    const mine = (await saved?.customer(person)) ?? '';
    expect(await saved?.customer(person)).toBe(mine);
    const other = (await saved?.customer({ userId: 'bob' })) ?? '';
    const card = {
      'card[number]': '4242424242424242',
      'card[exp_month]': '8',
      'card[exp_year]': '2031',
      'card[cvc]': '123',
    };
    const { id } = await server.call('POST', '/v1/payment_methods', { type: 'card', ...card });
    const methodId = String(id);
    await server.call('POST', `/v1/payment_methods/${methodId}/attach`, { customer: mine });
    expect(await saved?.list(mine)).toEqual([{ id: methodId, label: 'Visa 4242', expires: '08/31' }]);
    expect(await saved?.list(other)).toEqual([]);
    expect(await saved?.remove({ customerRef: other, methodId })).toBe(false);
    expect(await saved?.remove({ customerRef: mine, methodId: 'pm_unknown' })).toBe(false);
    expect(await saved?.remove({ customerRef: mine, methodId })).toBe(true);
    expect(await saved?.list(mine)).toEqual([]);
    await saved?.forget(mine);
    await saved?.forget(mine);
    await expect(saved?.list(mine)).rejects.toThrow();
  });

  it('a key that Stripe does not know is told apart from Stripe not answering', async () => {
    await expect(createStripePayments({ ...keys, secretKey: 'wrong', apiUrl: server.url }).check()).rejects.toThrow(
      StripeKeyRefused,
    );
    await createStripePayments({ ...keys, apiUrl: server.url }).check();
    const away = createStripePayments({ ...keys, apiUrl: 'http://127.0.0.1:9' }).check();
    await expect(away).rejects.toThrow();
    await expect(away).rejects.not.toThrow(StripeKeyRefused);
  });
});
