import { countStatements, createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPayments, type PaymentsFacade } from './index.ts';
import { fakeProvider } from './testing.ts';

let test: TestDatabase;
let payments: PaymentsFacade;
const provider = fakeProvider();
let completed: string[] = [];
let ordersFail = false;
let awaits = true;

beforeAll(async () => {
  test = await createTestDatabase();
  payments = createPayments({
    db: test.db,
    providers: [provider],
    cards: provider,
    orders: {
      awaitsPayment: async () => awaits,
      paymentCaptured: async ({ orderId }) => {
        if (ordersFail) throw new Error('down');
        completed.push(orderId);
      },
    },
  });
});
afterEach(async () => {
  expect(await payments.firstImbalance()).toBeNull();
  completed = [];
  ordersFail = false;
  awaits = true;
});
afterAll(() => test.close());

const inputFor = (orderId: string) => ({
  orderId,
  provider: 'test',
  currency: 'GBP' as const,
  country: 'GB',
  parts: [
    { sellerId: newId(), subOrderId: newId(), items: 10_000, shipping: 395, tax: 1_732 },
    { sellerId: newId(), subOrderId: newId(), items: 999, shipping: 395, tax: 232 },
  ],
});
const create = () => payments.create(inputFor(newId()));
const card = (number: string) => ({ number, expiry: '12/40', cvc: '123' });
const events = async (paymentId: string) =>
  (
    await test.db.pool.query(`select name from payments.outbox where data->>'paymentId' = $1 order by occurred_at`, [
      paymentId,
    ])
  ).rows.map((row) => row.name);
const ledger = async (paymentId: string) =>
  (
    await test.db.pool.query(
      `select t.kind, e.account, e.amount from payments.ledger_entries e join payments.ledger_transactions t on t.id = e.transaction_id
       where t.payment_id = $1 order by t.kind, e.amount`,
      [paymentId],
    )
  ).rows;
const send = async (paymentId: string, ...rest: [state?: Parameters<typeof provider.webhook>[1], id?: string]) => {
  const { body, headers } = provider.webhook(paymentId, ...rest);
  const { processed } = await payments.receiveWebhook('test', body, headers);
  return { outcome: await processed };
};

describe('creating', () => {
  it('makes one payment per order and asks the provider under one key, also when asked at once', async () => {
    const input = inputFor(newId());
    const all = await Promise.all(Array.from({ length: 8 }, () => payments.create(input)));
    expect(new Set(all.map((payment) => payment.id)).size).toBe(1);
    expect(new Set(all.map((payment) => payment.clientSecret)).size).toBe(1);
    expect(all[0]?.amount).toBe(11_789);
    const { rows } = await test.db.pool.query(
      'select count(*)::int as count from payments.payments where order_id = $1',
      [input.orderId],
    );
    expect(rows[0].count).toBe(1);
  });

  it('refuses another amount for the same order, and an unknown provider', async () => {
    const input = inputFor(newId());
    await payments.create(input);
    await expect(payments.create({ ...input, parts: input.parts.slice(0, 1) })).rejects.toMatchObject({
      reason: 'payment_differs',
    });
    await expect(payments.create({ ...inputFor(newId()), provider: 'nobody' })).rejects.toMatchObject({
      reason: 'provider_unknown',
    });
  });
});

describe('confirming', () => {
  it('answers a wrong secret like an unknown payment', async () => {
    const payment = await create();
    const wrong = { paymentId: payment.id, clientSecret: 'wrong-secret', card: card('4242'), returnUrl: '/' };
    const unknown = { ...wrong, paymentId: newId(), clientSecret: payment.clientSecret ?? '' };
    const [one, two] = await Promise.all(
      [wrong, unknown].map((input) => payments.confirmTest(input).catch((error) => error)),
    );
    expect(one).toMatchObject({ code: 'not_found', reason: 'payment_not_found' });
    expect(two.message).toBe(one.message);
    await expect(payments.status(wrong)).rejects.toMatchObject({ reason: 'payment_not_found' });
  });

  it('declines, lets the shopper try again, captures, and books the commission once', async () => {
    const payment = await create();
    const input = { paymentId: payment.id, clientSecret: payment.clientSecret ?? '', returnUrl: '/' };
    expect(await payments.confirmTest({ ...input, card: card('4000 0000 0000 0002') })).toMatchObject({
      status: 'requires_method',
      failure: { code: 'card_declined' },
    });
    expect(await payments.confirmTest({ ...input, card: card('4242') })).toEqual({
      status: 'captured',
      actionUrl: null,
      failure: null,
    });
    expect(await payments.confirmTest({ ...input, card: card('4000 0000 0000 0002') })).toMatchObject({
      status: 'captured',
    });
    expect(await events(payment.id)).toEqual(['payments/payment.failed', 'payments/payment.captured']);
    expect(await ledger(payment.id)).toEqual([
      { kind: 'capture', account: expect.stringMatching(/^seller_hold:/), amount: -7_663 },
      { kind: 'capture', account: 'tax:GB', amount: -1_732 },
      { kind: 'capture', account: expect.stringMatching(/^seller_hold:/), amount: -1_062 },
      { kind: 'capture', account: 'commission', amount: -1_000 },
      { kind: 'capture', account: 'tax:GB', amount: -232 },
      { kind: 'capture', account: 'commission', amount: -100 },
      { kind: 'capture', account: 'provider:test', amount: 11_789 },
    ]);
    expect(completed).toContain(payment.orderId);
  });
});

describe('webhooks', () => {
  it('refuses forged and altered messages before storing anything', async () => {
    const payment = await create();
    provider.advance(payment.id, { status: 'succeeded' });
    const { body, headers } = provider.webhook(payment.id);
    await expect(payments.receiveWebhook('test', body, {})).rejects.toMatchObject({ reason: 'signature_invalid' });
    await expect(payments.receiveWebhook('test', `${body} `, headers)).rejects.toMatchObject({
      reason: 'signature_invalid',
    });
    const { rows } = await test.db.pool.query(
      `select count(*)::int as count from payments.webhook_events where payload->>'paymentId' = $1`,
      [payment.id],
    );
    expect(rows[0].count).toBe(0);
  });

  it('has one effect for webhook, browser and card form at once, each several times', async () => {
    const payment = await create();
    const input = { paymentId: payment.id, clientSecret: payment.clientSecret ?? '' };
    provider.advance(payment.id, { status: 'succeeded', card: 'Visa 4242' });
    const state = await provider.retrieve(payment.providerRef ?? '');
    await Promise.all([
      ...[1, 2, 3].map(() => send(payment.id, state, `evt-${payment.id}`)),
      ...[1, 2, 3].map(() => payments.status(input)),
      ...[1, 2].map(() => payments.confirmTest({ ...input, card: card('4242'), returnUrl: '/' })),
    ]);
    expect(await events(payment.id)).toEqual(['payments/payment.captured']);
    expect((await ledger(payment.id)).length).toBe(7);
    expect(await send(payment.id, state, `evt-${payment.id}`)).toEqual({ outcome: 'duplicate' });
  });

  it('takes them in any order', async () => {
    const payment = await create();
    const failed = provider.advance(payment.id, {
      status: 'requires_method',
      failure: { code: 'card_declined', message: 'No.' },
    });
    const action = provider.advance(payment.id, { status: 'requires_action' });
    const paid = provider.advance(payment.id, { status: 'succeeded' });
    expect(await send(payment.id, action)).toEqual({ outcome: 'changed' });
    expect(await send(payment.id, failed)).toEqual({ outcome: 'old_news' });
    expect(await send(payment.id, paid)).toEqual({ outcome: 'changed' });
    expect(await send(payment.id, action)).toEqual({ outcome: 'old_news' });
    expect((await payments.forOrders([payment.orderId]))[0]?.status).toBe('captured');
  });

  it('keeps one that comes before our own row, and finishes it later', async () => {
    const orderId = newId();
    const early = newId();
    await provider.create({ idempotencyKey: early, paymentId: early, orderId, amount: 100, currency: 'GBP' });
    provider.advance(early, { status: 'succeeded' });
    expect(await send(early)).toEqual({ outcome: 'deferred' });
    const part = { sellerId: newId(), subOrderId: newId(), items: 100, shipping: 0, tax: 0, commission: 10 };
    await test.db.pool.query(
      `insert into payments.payments (id, order_id, idempotency_key, provider, status, amount, currency, country, allocations)
       values ($1, $2, $3, 'test', 'requires_method', 100, 'GBP', 'GB', $4)`,
      [early, orderId, `order:${orderId}`, JSON.stringify([part])],
    );
    await test.db.pool.query(
      `update payments.webhook_events set received_at = now() - interval '1 minute' where processed_at is null`,
    );
    await payments.processPendingWebhooks();
    expect(await events(early)).toEqual(['payments/payment.captured']);
    expect(await payments.processPendingWebhooks()).toBe(0);
  });

  it('never takes money that is not the order’s', async () => {
    const payment = await create();
    provider.advance(payment.id, { status: 'succeeded', amount: 1 });
    expect(await send(payment.id)).toEqual({ outcome: 'deferred' });
    expect((await payments.forOrders([payment.orderId]))[0]?.status).toBe('requires_method');
    await test.db.pool.query(`update payments.webhook_events set processed_at = now() where processed_at is null`);
  });

  it('captures although the orders domain is down; the event tells it again', async () => {
    const payment = await create();
    ordersFail = true;
    provider.advance(payment.id, { status: 'succeeded' });
    expect(await send(payment.id)).toEqual({ outcome: 'changed' });
    expect(await events(payment.id)).toEqual(['payments/payment.captured']);
  });
});

describe('cancelling and refunding', () => {
  it('ends a payment that a crash left without its provider', async () => {
    const payment = await create();
    await test.db.pool.query('update payments.payments set provider_ref = null, client_secret = null where id = $1', [
      payment.id,
    ]);
    expect(await payments.cancel(payment.orderId)).toBe('cancelled');
    expect(await events(payment.id)).toEqual(['payments/payment.cancelled']);
    expect(await payments.cancel(newId())).toBeNull();
  });

  it('cancels once, and a capture that was faster is captured and sent back in full', async () => {
    const cancelled = await create();
    expect(await payments.cancel(cancelled.orderId)).toBe('cancelled');
    expect(await payments.cancel(cancelled.orderId)).toBe('cancelled');
    expect(await events(cancelled.id)).toEqual(['payments/payment.cancelled']);

    const faster = await create();
    provider.advance(faster.id, { status: 'succeeded' });
    expect(await payments.cancel(faster.orderId)).toBe('captured');
    const refund = { paymentId: faster.id, key: `late:${faster.id}`, reason: 'late_capture' };
    const replies = await Promise.all(Array.from({ length: 5 }, () => payments.refund(refund)));
    expect(new Set(replies.map((reply) => reply.refundId)).size).toBe(1);
    expect(provider.refunds.get(replies[0]?.refundId ?? '')).toBe(faster.amount);
    expect((await payments.forOrders([faster.orderId]))[0]).toMatchObject({
      status: 'refunded',
      refunded: faster.amount,
    });
    const { rows } = await test.db.pool.query(
      `select sum(amount)::int as left from payments.ledger_entries e join payments.ledger_transactions t on t.id = e.transaction_id
       where t.payment_id = $1 group by e.account, e.seller_id having sum(amount) <> 0`,
      [faster.id],
    );
    expect(rows).toEqual([]);
  });

  it('never refunds more than was captured, also from several places at once', async () => {
    const payment = await create();
    await expect(payments.refund({ paymentId: payment.id, key: 'x', reason: 'early' })).rejects.toMatchObject({
      reason: 'not_captured',
    });
    provider.advance(payment.id, { status: 'succeeded' });
    await send(payment.id);
    const sentBack = () => [...provider.refunds.values()].reduce((sum, amount) => sum + amount, 0);
    const before = sentBack();
    const replies = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        payments.refund({ paymentId: payment.id, key: `${payment.id}:${index}`, reason: 'part', amount: 5_000 }),
      ),
    );
    expect(replies.filter((reply) => reply.status === 'fulfilled')).toHaveLength(2);
    // The provider was never even asked for more.
    expect(sentBack() - before).toBe(10_000);
    expect((await payments.forOrders([payment.orderId]))[0]).toMatchObject({
      status: 'partially_refunded',
      refunded: 10_000,
    });
  });
});

describe('the books', () => {
  it('refuse an unbalanced transaction and any change of an entry', async () => {
    const payment = await create();
    provider.advance(payment.id, { status: 'succeeded' });
    await send(payment.id);
    await expect(test.db.pool.query('update payments.ledger_entries set amount = amount + 1')).rejects.toMatchObject({
      code: '23001',
    });
    await expect(test.db.pool.query('delete from payments.ledger_transactions')).rejects.toMatchObject({
      code: '23001',
    });
    await expect(
      test.db.pool.query(
        `insert into payments.ledger_entries (id, transaction_id, account, amount)
         select gen_random_uuid(), id, 'commission', 1 from payments.ledger_transactions where payment_id = $1`,
        [payment.id],
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('are written with the capture that a webhook tells of, in four statements', async () => {
    const payment = await create();
    provider.advance(payment.id, { status: 'succeeded' });
    const { body, headers } = provider.webhook(payment.id);
    const take = async () => (await payments.receiveWebhook('test', body, headers)).processed;
    expect(await countStatements(test, take)).toBe(4);
  });
});
