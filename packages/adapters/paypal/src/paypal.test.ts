import { inspect } from 'node:util';
import { newId } from '@mallhive/kernel';
import { type PayPalServer, startPayPal } from '@mallhive/testing/paypal';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fromPayPal, toPayPal } from './amounts.ts';
import { createPayPal, type PayPalOptions } from './index.ts';

let paypal: PayPalServer;
const hooks = ['CURRENT', 'FORMER', 'FOREIGN'];
beforeAll(async () => {
  paypal = await startPayPal({ webhooks: hooks.map((id) => ({ id, url: 'http://127.0.0.1:9/webhooks/paypal' })) });
  paypal.webhooks.hold();
});
beforeEach(() => {
  paypal.faults.clear();
  paypal.calls.length = 0;
});
afterAll(() => paypal.close());

const adapter = (options: Partial<PayPalOptions> = {}) =>
  createPayPal({
    clientId: paypal.clientId,
    clientSecret: paypal.clientSecret,
    environment: 'sandbox',
    apiUrl: paypal.url,
    patience: { retries: 3, firstPauseMs: 5 },
    webhookIds: ['CURRENT', 'FORMER'],
    returnOrigins: ['http://shop.test'],
    brand: 'MallHive',
    ...options,
  });

const returnUrl = 'http://shop.test/de/checkout?returned=1';

async function opened(options: Partial<PayPalOptions> = {}, currency: 'GBP' | 'JPY' = 'GBP') {
  const { provider } = adapter(options);
  const paymentId = newId();
  const input = { idempotencyKey: paymentId, paymentId, orderId: newId(), amount: 2_195, currency };
  const { providerRef } = await provider.create(input);
  const authorise = () => provider.authorise?.({ idempotencyKey: newId(), providerRef });
  const capture = (idempotencyKey: string = newId()) =>
    provider.capture({ idempotencyKey, providerRef, amount: 2_195 });
  return { provider, paymentId, input, ref: providerRef, authorise, capture };
}

async function held(options: Partial<PayPalOptions> = {}) {
  const subject = await opened(options);
  paypal.approve(subject.ref);
  await subject.authorise();
  return subject;
}

const authorizationOf = (ref: string) => {
  const id = paypal.books.orders.get(ref)?.authorizationId ?? '';
  return paypal.books.authorizations.get(id);
};
const requests = (path: string) => paypal.calls.filter(({ request }) => request.endsWith(path));

describe('amounts', () => {
  it.each([
    [2_195, 'GBP', '21.95'],
    [5, 'EUR', '0.05'],
    [100, 'USD', '1.00'],
    [2_195, 'JPY', '2195'],
  ] as const)('%i %s is %s', (amount, currency, value) => {
    expect(toPayPal(amount, currency)).toEqual({ currencyCode: currency, value });
    expect(fromPayPal({ currencyCode: currency, value })).toEqual({ amount, currency });
  });

  it('that cannot be are not believed', () => {
    for (const value of ['', '-1.00', '1e3', '1.005', '1,00'])
      expect(() => fromPayPal({ currencyCode: 'GBP', value })).toThrow();
    expect(() => fromPayPal({ currencyCode: 'XXX', value: '1.00' })).toThrow();
    expect(() => fromPayPal(undefined)).toThrow();
    expect(fromPayPal({ currencyCode: 'JPY', value: '5.00' })).toEqual({ amount: 5, currency: 'JPY' });
  });

  it('of a currency without decimals go the whole way', async () => {
    const { provider, ref, authorise, capture } = await opened({}, 'JPY');
    expect(paypal.books.orders.get(ref)).toMatchObject({ units: 2_195, currency: 'JPY' });
    paypal.approve(ref);
    await authorise();
    expect(await capture()).toMatchObject({ status: 'succeeded', amount: 2_195, currency: 'JPY' });
    await provider.refund({ idempotencyKey: newId(), providerRef: ref, amount: 2_000 });
    expect([...paypal.books.refunds.values()].at(-1)).toMatchObject({ units: 2_000, currency: 'JPY' });
  });
});

describe('the approval', () => {
  it('is given on a page of PayPal that leads back to the shop, with what was decided', async () => {
    const { provider, ref } = await opened();
    const { actionUrl = '' } = (await provider.startApproval?.({ providerRef: ref, returnUrl })) ?? {};
    expect(actionUrl).toBe(`${paypal.url}/checkoutnow?token=${ref}`);
    expect(await provider.retrieve(ref)).toMatchObject({ status: 'requires_action' });
    expect(await (await fetch(actionUrl)).text()).toContain('21.95 GBP');
    const answer = async (outcome: string) => {
      const body = new URLSearchParams({ outcome });
      return (await fetch(actionUrl, { method: 'POST', body, redirect: 'manual' })).headers.get('location');
    };
    expect(await answer('cancel')).toBe(`${returnUrl}&payment_result=cancelled&token=${ref}`);
    expect(await answer('works')).toBe(`${returnUrl}&payment_result=approved&token=${ref}&PayerID=FAKEPAYER1234`);
    expect(await provider.retrieve(ref)).toMatchObject({ status: 'approved' });
  });

  it('may be given again after a refusal, with other means', async () => {
    const { provider, ref, authorise } = await opened();
    await provider.startApproval?.({ providerRef: ref, returnUrl });
    paypal.approve(ref, 'declined');
    expect(await authorise()).toMatchObject({ status: 'requires_method', failure: { code: 'instrument_declined' } });
    const again = await provider.startApproval?.({ providerRef: ref, returnUrl });
    expect(again?.actionUrl).toBe(`${paypal.url}/checkoutnow?token=${ref}`);
    paypal.approve(ref);
    expect(await authorise()).toMatchObject({ status: 'authorised', failure: null });
  });

  it('never leads out of the shop', async () => {
    const { provider, ref } = await opened();
    for (const url of ['https://evil.test/', '/checkout', 'javascript:alert(1)', 'http://shop.test.evil.test/'])
      await expect(provider.startApproval?.({ providerRef: ref, returnUrl: url })).rejects.toThrow('not part of');
  });

  it('that comes after the end is let go', async () => {
    const { provider, ref, authorise, capture } = await opened();
    expect((await provider.cancel(ref)).status).toBe('cancelled');
    paypal.approve(ref);
    expect(await provider.retrieve(ref)).toMatchObject({ status: 'cancelled' });
    expect(await authorise()).toMatchObject({ status: 'cancelled' });
    expect(authorizationOf(ref)?.status).toBe('VOIDED');
    expect((await capture()).status).toBe('cancelled');
  });

  it('of an order that PayPal has forgotten is over, and nothing else is said of it', async () => {
    const { provider, ref } = await opened();
    paypal.books.orders.delete(ref);
    expect(await provider.cancel(ref)).toMatchObject({ providerRef: ref, status: 'cancelled' });
    await expect(provider.retrieve(ref)).rejects.toThrow('404');
  });

  it('and the end at once leave nothing held', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { provider, ref, authorise } = await opened();
      paypal.approve(ref);
      await Promise.all([authorise(), provider.cancel(ref), authorise()]);
      expect((await provider.retrieve(ref)).status).toBe('cancelled');
      expect(['VOIDED', undefined]).toContain(authorizationOf(ref)?.status);
    }
  });

  it('is taken by one of eight who ask at once, and told to all', async () => {
    const { ref, authorise } = await opened();
    paypal.approve(ref);
    const all = await Promise.all(Array.from({ length: 8 }, authorise));
    for (const state of all) expect(state).toMatchObject({ status: 'authorised', amount: 2_195 });
    expect([...paypal.books.authorizations.values()].filter(({ orderId }) => orderId === ref)).toHaveLength(1);
  });

  it('under review is neither held nor lost until PayPal has decided', async () => {
    const passing = await opened();
    paypal.approve(passing.ref, 'in_review');
    expect(await passing.authorise()).toMatchObject({ status: 'processing' });
    paypal.review(authorizationOf(passing.ref)?.id ?? '', 'passes');
    expect(await passing.capture()).toMatchObject({ status: 'succeeded' });
    const failing = await opened();
    paypal.approve(failing.ref, 'in_review');
    await failing.authorise();
    paypal.review(authorizationOf(failing.ref)?.id ?? '', 'fails');
    expect(await failing.provider.retrieve(failing.ref)).toMatchObject({ status: 'cancelled' });
    expect(await failing.capture()).toMatchObject({ status: 'cancelled' });
  });
});

describe('the capture', () => {
  it('says what PayPal keeps', async () => {
    const { provider, ref, capture } = await held();
    expect(await capture()).toMatchObject({ status: 'succeeded', fee: 94 });
    expect(await provider.retrieve(ref)).toMatchObject({ fee: 94 });
  });

  it('of a hold that has run out says that it never will be', async () => {
    const { provider, ref, capture } = await held();
    const hold = authorizationOf(ref);
    if (hold) hold.expiresAt = new Date(0).toISOString();
    expect((await capture()).status).toBe('requires_method');
    expect((await provider.cancel(ref)).status).toBe('cancelled');
  });
});

describe('when PayPal is not well', () => {
  it.each(['error', 'rate_limit', 'lost_request', 'lost_answer'] as const)(
    '%s: everything happens once',
    async (kind) => {
      const { provider, ref, authorise, capture } = await opened();
      paypal.approve(ref);
      for (const match of ['/authorize', '/capture', '/refund']) paypal.faults.add({ match, kind, times: 2 });
      expect(await authorise()).toMatchObject({ status: 'authorised' });
      expect(await capture('capture once')).toMatchObject({ status: 'succeeded' });
      await provider.refund({ idempotencyKey: 'refund once', providerRef: ref, amount: 95 });
      expect(new Set(requests('/capture').map(({ requestId }) => requestId))).toEqual(new Set(['capture once']));
      expect(requests('/capture')).toHaveLength(3);
      expect([...paypal.books.captures.values()].filter(({ orderId }) => orderId === ref)).toHaveLength(1);
      expect([...paypal.books.refunds.values()].filter(({ orderId }) => orderId === ref)).toHaveLength(1);
    },
  );

  it('a slow answer is awaited no longer than allowed, and its twin waits for it', async () => {
    const { ref, authorise, capture } = await opened({ timeoutMs: 150, patience: { retries: 4, firstPauseMs: 40 } });
    paypal.approve(ref);
    await authorise();
    paypal.faults.add({ match: '/capture', kind: 'slow', times: 1, delayMs: 400 });
    expect(await capture('slow capture')).toMatchObject({ status: 'succeeded' });
    expect([...paypal.books.captures.values()].filter(({ orderId }) => orderId === ref)).toHaveLength(1);
  });

  it('a token that is no longer taken is renewed, and one serves all', async () => {
    const { provider, ref } = await opened();
    paypal.calls.length = 0;
    paypal.revokeTokens();
    const states = await Promise.all(Array.from({ length: 6 }, () => provider.retrieve(ref)));
    for (const { status } of states) expect(status).toBe('requires_method');
    expect(requests('/v1/oauth2/token').length).toBeLessThanOrEqual(2);
  });

  it('being unable to sign in once does not last', async () => {
    const { provider } = adapter();
    const input = { orderId: newId(), amount: 500, currency: 'GBP' } as const;
    const paymentId = newId();
    paypal.faults.add({ match: '/v1/oauth2/token', kind: 'error', times: 4 });
    await expect(provider.create({ ...input, paymentId, idempotencyKey: paymentId })).rejects.toThrow('500');
    expect(await provider.create({ ...input, paymentId, idempotencyKey: paymentId })).toMatchObject({ amount: 500 });
  });
});

describe('keys', () => {
  it('are tried at the start: right, wrong, or nobody can say', async () => {
    expect(await adapter().check()).toBe('ok');
    expect(await adapter({ clientSecret: 'another' }).check()).toBe('wrong_keys');
    expect(await adapter({ apiUrl: 'http://127.0.0.1:9' }).check()).toBe('unreachable');
  });

  it('are in no error', async () => {
    const { provider, ref } = await opened();
    const wrong = adapter({ clientSecret: 'a secret that is wrong' }).provider;
    const gone = adapter({ apiUrl: 'http://127.0.0.1:9' }).provider;
    const failures = [
      () => wrong.retrieve(ref),
      () => gone.retrieve(ref),
      () => provider.retrieve('NOSUCHORDER'),
      () => provider.refund({ idempotencyKey: newId(), providerRef: ref, amount: 1 }),
    ];
    for (const fails of failures) {
      const error: unknown = await fails().catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(Error);
      const everything = inspect(error, { depth: 20, showHidden: true, getters: true });
      for (const secret of [paypal.clientSecret, 'a secret that is wrong', 'Bearer ', 'Basic ', 'A21AA'])
        expect(everything).not.toContain(secret);
    }
  });
});

describe('webhooks', () => {
  async function lastOf(paymentId: string, type: string) {
    const found = paypal.webhooks
      .sent()
      .findLast((sent) => sent.webhookId === 'CURRENT' && sent.type === type && sent.body.includes(paymentId));
    if (!found) throw new Error('no webhook was sent');
    return found;
  }
  const verify = (body: string, headers: Record<string, string>, options: Partial<PayPalOptions> = {}) =>
    adapter(options).provider.verifyWebhook(body, headers);

  it.each(['CHECKOUT.ORDER.APPROVED', 'PAYMENT.AUTHORIZATION.CREATED', 'PAYMENT.CAPTURE.COMPLETED'])(
    '%s names the payment',
    async (type) => {
      const { paymentId, capture } = await held();
      await capture();
      const { body, headers } = await lastOf(paymentId, type);
      expect(await verify(body, headers)).toEqual({ id: JSON.parse(body).id, type, paymentId, state: null });
    },
  );

  it('are believed under both ids of a rotation and under no other', async () => {
    const { paymentId } = await held();
    const { body, type } = await lastOf(paymentId, 'PAYMENT.AUTHORIZATION.CREATED');
    const under = (id: string) => verify(body, paypal.webhooks.sign(id, type, body).headers);
    expect(await under('CURRENT')).toMatchObject({ paymentId });
    expect(await under('FORMER')).toMatchObject({ paymentId });
    expect(await under('FOREIGN')).toBeNull();
  });

  it('are not believed when altered, printed anew, too old, from elsewhere, or padded', async () => {
    const { paymentId } = await held();
    const { body, headers } = await lastOf(paymentId, 'PAYMENT.AUTHORIZATION.CREATED');
    expect(await verify(JSON.stringify(JSON.parse(body), null, 1), headers)).toBeNull();
    expect(await verify(`${body.slice(0, -1)},"summary":"more"}`, headers)).toBeNull();
    expect(await verify(`${body},"webhook_id":"FOREIGN"`, headers)).toBeNull();
    expect(await verify(`[${body}]`, headers)).toBeNull();
    for (const name of Object.keys(headers).filter((header) => header.startsWith('paypal-')))
      expect(await verify(body, { ...headers, [name]: 'x' })).toBeNull();
    const late = new Date(Date.now() + 5 * 24 * 60 * 60 * 1000);
    expect(await verify(body, headers, { now: () => late })).toBeNull();
  });

  it('are not judged while PayPal cannot be asked', async () => {
    const { paymentId } = await held();
    const { body, headers } = await lastOf(paymentId, 'PAYMENT.AUTHORIZATION.CREATED');
    paypal.faults.add({ match: 'verify-webhook-signature', kind: 'error', times: 1 });
    await expect(verify(body, headers)).rejects.toThrow('500');
    expect(await verify(body, headers)).toMatchObject({ paymentId });
  });

  it('about other things are nothing to do', async () => {
    const body = JSON.stringify({
      id: 'WH-1',
      event_type: 'CUSTOMER.DISPUTE.CREATED',
      resource: { custom_id: newId() },
    });
    const { headers } = paypal.webhooks.sign('CURRENT', 'CUSTOMER.DISPUTE.CREATED', body);
    expect(await verify(body, headers)).toEqual({
      id: 'WH-1',
      type: 'CUSTOMER.DISPUTE.CREATED',
      paymentId: null,
      state: null,
    });
  });
});
