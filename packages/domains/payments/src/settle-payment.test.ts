import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPayments, type PaymentsFacade } from './index.ts';
import type { PaymentProvider } from './ports.ts';
import { fakeProvider } from './testing.ts';

let test: TestDatabase;
let payments: PaymentsFacade;
const clock = fixedClock(new Date());
const provider = fakeProvider();
const other = { ...fakeProvider(), code: 'other' };
/** What the next call of the provider does instead of what it should. */
let fault: Partial<Pick<PaymentProvider, 'capture'>> = {};
let awaits: (orderId: string) => Promise<boolean>;
const paid: string[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  const faulty: PaymentProvider = {
    ...provider,
    capture: (input) => (fault.capture ?? provider.capture)(input),
  };
  payments = createPayments({
    db: test.db,
    providers: [faulty, other],
    orders: {
      awaitsPayment: ({ orderId }) => awaits(orderId),
      paymentCaptured: async ({ orderId }) => paid.push(orderId),
    },
    clock,
  } as Parameters<typeof createPayments>[0]);
});
beforeEach(() => {
  fault = {};
  awaits = async () => true;
  paid.length = 0;
  provider.calls.length = 0;
});
afterAll(() => test.close());

const inputFor = (orderId: string, code = 'test') => ({
  orderId,
  provider: code,
  currency: 'GBP' as const,
  country: 'GB',
  parts: [{ sellerId: newId(), subOrderId: newId(), items: 1_000, shipping: 395, tax: 232 }],
});
const create = (orderId = newId()) => payments.create(inputFor(orderId));
const ask = ({ id: paymentId, clientSecret }: { id: string; clientSecret: string | null }) =>
  payments.status({ paymentId, clientSecret: clientSecret ?? '' });
async function hear(paymentId: string): Promise<string> {
  const { body, headers } = provider.webhook(paymentId);
  return (await payments.receiveWebhook('test', body, headers)).processed;
}
const captures = () => provider.calls.filter((call) => call.startsWith('capture:'));
const held = (paymentId: string) => provider.advance(paymentId, { status: 'authorised', card: 'Visa 4242' });

describe('money that is held', () => {
  it('is taken once when webhook, browser and sweep come at once, under one key', async () => {
    const payment = await create();
    held(payment.id);
    await Promise.all([hear(payment.id), ask(payment), hear(payment.id), ask(payment), payments.settleHeld()]);
    expect((await ask(payment)).status).toBe('captured');
    expect(new Set(captures())).toEqual(new Set([`capture:capture:${payment.id}`]));
    const { rows } = await test.db.pool.query(
      `select count(*)::int as n from payments.ledger_transactions where payment_id = $1`,
      [payment.id],
    );
    expect(rows[0].n).toBe(1);
    expect(paid).toContain(payment.orderId);
  });

  it('is let go, and never captured, when the order does not wait for it any more', async () => {
    awaits = async () => false;
    const payment = await create();
    held(payment.id);
    expect(await hear(payment.id)).toBe('changed');
    expect((await ask(payment)).status).toBe('cancelled');
    expect(captures()).toEqual([]);
    expect(paid).toEqual([]);
  });

  it('is let go when it is not exactly the amount of the order', async () => {
    const payment = await create();
    provider.advance(payment.id, { status: 'authorised', amount: 1_394 });
    await hear(payment.id);
    expect((await ask(payment)).status).toBe('cancelled');
    expect(captures()).toEqual([]);
  });

  it('is let go when the provider refuses to capture it', async () => {
    const payment = await create();
    held(payment.id);
    fault.capture = ({ providerRef }) => provider.retrieve(providerRef);
    expect((await ask(payment)).status).toBe('cancelled');
    expect(provider.calls).toContain('cancel');
  });

  it('stays held while it is not known whether it was captured, and the sweep finds out', async () => {
    const payment = await create();
    held(payment.id);
    fault.capture = async (input) => {
      await provider.capture(input);
      throw new Error('timeout');
    };
    expect(await hear(payment.id)).toBe('deferred');
    expect((await payments.forOrders([payment.orderId]))[0]?.status).toBe('authorised');
    fault = {};
    clock.advance(60_000);
    expect(await payments.settleHeld()).toBe(1);
    expect((await payments.forOrders([payment.orderId]))[0]?.status).toBe('captured');
    expect(await payments.settleHeld()).toBe(0);
    await payments.processPendingWebhooks();
    expect(await payments.processPendingWebhooks()).toBe(0);
  });

  it('has one end when taking and cancelling come at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const payment = await create();
      held(payment.id);
      const [, status] = await Promise.all([hear(payment.id), payments.cancel(payment.orderId)]);
      const [row] = await payments.forOrders([payment.orderId]);
      const there = (await provider.retrieve(payment.providerRef ?? '')).status;
      expect(row?.status).toBe(there === 'succeeded' ? 'captured' : 'cancelled');
      expect(['captured', 'cancelled']).toContain(status);
    }
    expect(await payments.firstImbalance()).toBeNull();
  });
});

describe('another payment of the same order', () => {
  it('follows one that was let go', async () => {
    awaits = async () => false;
    const first = await create();
    held(first.id);
    await hear(first.id);
    const again = await Promise.all(Array.from({ length: 4 }, () => create(first.orderId)));
    expect(new Set(again.map(({ id }) => id)).size).toBe(1);
    expect(again[0]).toMatchObject({ status: 'requires_method', amount: first.amount });
    expect(again[0]?.id).not.toBe(first.id);
  });

  it('replaces the one of a provider that the shopper turned away from, which is stopped first', async () => {
    const first = await create();
    const second = await payments.create(inputFor(first.orderId, 'other'));
    expect(second).toMatchObject({ provider: 'other', status: 'requires_method' });
    expect((await provider.retrieve(first.providerRef ?? '')).status).toBe('cancelled');
    expect((await ask(first)).status).toBe('cancelled');
    expect((await payments.create(inputFor(first.orderId, 'other'))).id).toBe(second.id);
  });

  it('is not made when the money of the first was faster', async () => {
    const first = await create();
    provider.advance(first.id, { status: 'succeeded' });
    const answer = await payments.create(inputFor(first.orderId, 'other'));
    expect(answer).toMatchObject({ id: first.id, status: 'captured' });
  });
});

describe('receipts of webhooks', () => {
  it('are given before anything is done, and what is left is done at the end', async () => {
    let release = () => {};
    awaits = () =>
      new Promise((resolve) => {
        release = () => resolve(true);
      });
    const payment = await create();
    held(payment.id);
    const { body, headers } = provider.webhook(payment.id);
    const { outcome, processed } = await payments.receiveWebhook('test', body, headers);
    expect(outcome).toBe('stored');
    await expect.poll(() => provider.calls.length).toBeGreaterThan(0);
    expect(captures()).toEqual([]);
    await expect.poll(async () => (await payments.forOrders([payment.orderId]))[0]?.status).toBe('authorised');
    release();
    await payments.idle();
    expect(await processed).toBe('changed');
    expect((await payments.forOrders([payment.orderId]))[0]?.status).toBe('captured');
  });

  it('are processed whatever the order, as often as they come', async () => {
    const payment = await create();
    const action = provider.advance(payment.id, { status: 'requires_action' });
    const authorised = held(payment.id);
    const news = [action, authorised, authorised, action].map((state) => provider.webhook(payment.id, state));
    for (const { body, headers } of [...news.reverse(), ...news])
      await (await payments.receiveWebhook('test', body, headers)).processed;
    expect((await payments.forOrders([payment.orderId]))[0]?.status).toBe('captured');
    expect(captures()).toHaveLength(1);
  });
});
