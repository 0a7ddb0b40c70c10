import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestPayments, sign, signatureHeader, type TestPayments } from './index.ts';
import { checkReturnUrl, withResult } from './return-url.ts';

let test: TestDatabase;
let payments: TestPayments;
let posted: { body: string; signature: string }[] = [];
let answer = 200;
const secrets = ['the current secret', 'the former secret'];

beforeAll(async () => {
  test = await createTestDatabase();
  payments = createTestPayments({
    query: async (text, values) => (await test.db.pool.query(text, [...values])).rows,
    webhookUrl: 'http://shop.test/webhooks/test',
    webhookSecrets: secrets,
    returnOrigins: ['http://localhost:3000'],
    fetch: async (_url, init) => {
      posted.push({ body: String(init?.body), signature: new Headers(init?.headers).get(signatureHeader) ?? '' });
      return new Response('', { status: answer });
    },
  });
});
beforeEach(async () => {
  await test.db.pool.query('delete from test_payments.events');
  posted = [];
  answer = 200;
});
afterAll(() => test.close());

const create = (paymentId = newId()) =>
  payments.provider.create({ idempotencyKey: paymentId, paymentId, orderId: newId(), amount: 2_195, currency: 'GBP' });
const confirm = (providerRef: string, number: string, expiry = '12/40') =>
  payments.provider.confirmCard({ providerRef, card: { number, expiry, cvc: '123' }, returnUrl: '/checkout?x=1#pay' });

const take = (providerRef: string, amount = 2_195) =>
  payments.provider.capture({ idempotencyKey: newId(), providerRef, amount });

describe('cards', () => {
  it.each([
    ['4000 0000 0000 0002', 'card_declined'],
    ['4000 0000 0000 9995', 'insufficient_funds'],
    ['4000 0000 0000 0069', 'expired_card'],
    ['4111 1111 1111 1111', 'incorrect_number'],
  ])('%s fails with %s, and another card may follow', async (number, code) => {
    const { providerRef } = await create();
    expect(await confirm(providerRef, number)).toMatchObject({
      status: 'requires_method',
      failure: { code },
      sequence: 1,
    });
    expect(await confirm(providerRef, '4242 4242 4242 4242')).toMatchObject({
      status: 'authorised',
      failure: null,
      sequence: 2,
    });
    expect(await confirm(providerRef, number)).toMatchObject({ status: 'authorised', sequence: 2 });
  });

  it('refuse an expiry date that has passed', async () => {
    const { providerRef } = await create();
    expect(await confirm(providerRef, '4242424242424242', '01/20')).toMatchObject({
      failure: { code: 'expired_card' },
    });
    expect(await confirm(providerRef, '4242424242424242', '13/40')).toMatchObject({
      failure: { code: 'expired_card' },
    });
  });
});

describe('a payment', () => {
  it('is made once per key, refunded once per key and never beyond', async () => {
    const paymentId = newId();
    const [one, two] = await Promise.all([create(paymentId), create(paymentId)]);
    expect(two).toEqual(one);
    await expect(
      payments.provider.refund({ idempotencyKey: 'r0', providerRef: one.providerRef, amount: 1 }),
    ).rejects.toThrow();
    await confirm(one.providerRef, '4242424242424242');
    await expect(take(one.providerRef, 2_194)).rejects.toThrow('as a whole');
    await take(one.providerRef);
    const refund = { idempotencyKey: newId(), providerRef: one.providerRef, amount: 2_000 };
    expect(await payments.provider.refund(refund)).toEqual(await payments.provider.refund(refund));
    await expect(payments.provider.refund({ ...refund, idempotencyKey: newId() })).rejects.toThrow('refused');

    // Of twins that ask at once each gets the same refund, of the whole amount and of a part.
    for (const amount of [2_195, 500]) {
      const { providerRef } = await create();
      await confirm(providerRef, '4242 4242 4242 4242');
      await take(providerRef);
      const twin = { idempotencyKey: newId(), providerRef, amount };
      const refs = await Promise.all(Array.from({ length: 8 }, () => payments.provider.refund(twin)));
      expect(new Set(refs.map(({ refundRef }) => refundRef)).size).toBe(1);
      const { rows } = await test.db.pool.query('select refunded from test_payments.intents where ref = $1', [
        providerRef,
      ]);
      expect(Number(rows[0].refunded)).toBe(amount);
    }
  });

  it('cannot be cancelled once it succeeded, nor confirmed once cancelled', async () => {
    const paid = await create();
    await confirm(paid.providerRef, '4242424242424242');
    await take(paid.providerRef);
    expect((await payments.provider.cancel(paid.providerRef)).status).toBe('succeeded');
    const given = await create();
    expect((await payments.provider.cancel(given.providerRef)).status).toBe('cancelled');
    expect((await confirm(given.providerRef, '4242424242424242')).status).toBe('cancelled');
  });
});

describe('the second step', () => {
  it('is shown only to whoever holds the secret, and is answered once', async () => {
    const { providerRef, clientSecret } = await create();
    const { actionUrl } = await confirm(providerRef, '4000 0025 0000 3155');
    const url = actionUrl ?? '';
    expect(await payments.handlePage({ method: 'GET', url: '/test-payments/other' })).toBeNull();
    expect((await payments.handlePage({ method: 'GET', url: url.slice(0, -3) }))?.status).toBe(404);
    const shown = await payments.handlePage({ method: 'GET', url });
    expect(shown?.body).toContain('£21.95');
    expect(shown?.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    const failed = await payments.handlePage({
      method: 'POST',
      url,
      form: { client_secret: clientSecret, outcome: 'fail' },
    });
    expect(failed?.headers.location).toMatch(/^\/checkout\?x=1&payment=[\w-]+&payment_result=failed#pay$/);
    expect(await payments.provider.retrieve(providerRef)).toMatchObject({
      status: 'requires_method',
      failure: { code: 'authentication_failed' },
    });
    const late = await payments.handlePage({
      method: 'POST',
      url,
      form: { client_secret: clientSecret, outcome: 'complete' },
    });
    expect(late?.headers.location).toContain('payment_result=failed');
  });

  it('never leads out of the shop', () => {
    for (const url of ['https://evil.test/', '//evil.test/x', 'javascript:alert(1)', '/\\evil.test', 'checkout']) {
      expect(() => checkReturnUrl(url, ['http://localhost:3000'])).toThrow();
    }
    expect(checkReturnUrl('http://localhost:3000/checkout', ['http://localhost:3000'])).toBe(
      'http://localhost:3000/checkout',
    );
    expect(withResult('/checkout', 'p', 'succeeded')).toBe('/checkout?payment=p&payment_result=succeeded');
  });
});

describe('webhooks', () => {
  it('are signed with both secrets and verified against either, but not when altered, old or unsigned', async () => {
    const { providerRef } = await create();
    await confirm(providerRef, '4242424242424242');
    expect(await payments.deliverDue()).toBe(1);
    const [{ body, signature } = { body: '', signature: '' }] = posted;
    const verify = (text: string, header: string | undefined) =>
      payments.provider.verifyWebhook(text, { [signatureHeader]: header });
    expect(verify(body, signature)).toMatchObject({
      type: 'payment.authorised',
      state: { providerRef, status: 'authorised', amount: 2_195 },
    });
    expect(body).not.toContain('tps_');
    for (const secret of secrets) expect(verify(body, sign(body, [secret], new Date()))).not.toBeNull();
    expect(verify(body, sign(body, ['another secret'], new Date()))).toBeNull();
    expect(verify(body, sign(body, secrets, new Date(Date.now() - 301_000)))).toBeNull();
    expect(verify(body.replace('2195', '1'), signature)).toBeNull();
    expect(verify(body, undefined)).toBeNull();
    expect(verify(body, 't=1,v1=zz')).toBeNull();
  });

  it('are repeated until taken, then no more', async () => {
    const { providerRef } = await create();
    await confirm(providerRef, '4242424242424242');
    answer = 503;
    expect(await payments.deliverDue()).toBe(1);
    expect(await payments.deliverDue()).toBe(0);
    await test.db.pool.query("update test_payments.events set next_attempt_at = now() - interval '1 second'");
    answer = 200;
    expect(await payments.deliverDue()).toBe(1);
    await test.db.pool.query("update test_payments.events set next_attempt_at = now() - interval '1 second'");
    expect(await payments.deliverDue()).toBe(0);
    expect(new Set(posted.map(({ body }) => JSON.parse(body).id)).size).toBe(1);
  });

  it('go out by themselves while started', async () => {
    const running = payments.start();
    const { providerRef } = await create();
    await confirm(providerRef, '4242424242424242');
    await expect.poll(() => posted.length, { timeout: 3_000 }).toBe(1);
    await running.stop();
  });
});
