import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createPayments, type PaymentsFacade } from './index.ts';
import { lostEntries } from './ledger/lost-entries.ts';
import { fakeProvider } from './testing.ts';

let test: TestDatabase;
let payments: PaymentsFacade;
const provider = fakeProvider();

beforeAll(async () => {
  test = await createTestDatabase();
  payments = createPayments({
    db: test.db,
    providers: [provider],
    cards: provider,
    orders: { awaitsPayment: async () => true, paymentCaptured: async () => undefined },
  });
});
afterEach(async () => {
  expect(await payments.firstImbalance()).toBeNull();
});
afterAll(() => test.close());

async function paid() {
  const payment = await payments.create({
    orderId: newId(),
    provider: 'test',
    currency: 'GBP',
    country: 'GB',
    parts: [
      { sellerId: newId(), subOrderId: newId(), items: 10_000, shipping: 395, tax: 1_732 },
      { sellerId: newId(), subOrderId: newId(), items: 999, shipping: 395, tax: 232 },
    ],
  });
  const { id: paymentId, clientSecret } = payment;
  const card = { number: '4242 4242 4242 4242', expiry: '12/40', cvc: '123' };
  await payments.confirmTest({ paymentId, clientSecret: clientSecret ?? '', card, returnUrl: '/checkout/return' });
  return payment;
}
const hear = async (message: { body: string; headers: Record<string, string> }) =>
  (await payments.receiveWebhook('test', message.body, message.headers)).processed;
const balances = async () =>
  (await test.db.pool.query('select seller_id, held + available as worth from payments.seller_balances order by 1'))
    .rows;
const rowOf = async (paymentId: string) =>
  (await test.db.pool.query('select status, refunded from payments.payments where id = $1', [paymentId])).rows[0];

it('is undone in the books once, waits under its key, and goes again with a new one at the provider', async () => {
  const payment = await paid();
  const before = await balances();
  const input = { paymentId: payment.id, key: `refund:${newId()}`, reason: 'return', amount: 5_000 };
  const { refundId } = await payments.refund(input);
  const news = provider.lose(`refund_${refundId}`, 'evt_lost');
  expect(await Promise.all([hear(news), hear(news), hear(provider.lose(`refund_${refundId}`))])).toContain(
    'refund_lost',
  );
  expect(await rowOf(payment.id)).toEqual({ status: 'captured', refunded: 0 });
  expect(await balances()).toEqual(before);
  const { rows } = await test.db.pool.query(
    `select data from payments.outbox where name = 'payments/payment.refund_lost' and data->>'paymentId' = $1`,
    [payment.id],
  );
  expect(rows.map(({ data }) => data)).toEqual([
    expect.objectContaining({ amount: 5_000, key: input.key, reason: 'expired_or_canceled_card' }),
  ]);
  // What waits counts: no more can go back than came in.
  await expect(payments.refund({ ...input, key: newId(), amount: payment.amount })).rejects.toMatchObject({
    reason: 'refund_exceeds',
  });
  const again = await payments.refund(input);
  expect(again.refundId).not.toBe(refundId);
  expect(provider.refunds.get(again.refundId)).toBe(5_000);
  expect(await rowOf(payment.id)).toEqual({ status: 'partially_refunded', refunded: 5_000 });
  expect(await hear(provider.lose(`refund_${again.refundId}`))).toBe('refund_lost');
  expect(await rowOf(payment.id)).toEqual({ status: 'captured', refunded: 0 });
});

it('that we do not know is kept and looked at again', async () => {
  expect(await hear(provider.lose('refund_unknown'))).toBe('deferred');
});

it('leaves what went to gift cards where it is, and gives everybody back the share of the rest', () => {
  const whose = { sellerId: 's', subOrderId: 'o' };
  const nobodys = { sellerId: null, subOrderId: null };
  const refund = [
    { account: 'provider:test', ...nobodys, amount: -700 },
    { account: 'gift_cards', ...nobodys, amount: -300 },
    { account: 'seller_hold:s', ...whose, amount: 400 },
    { account: 'seller:s', ...whose, amount: 450 },
    { account: 'commission', ...whose, amount: 101 },
    { account: 'tax:GB', ...whose, amount: 49 },
  ];
  const lost = lostEntries('test', refund);
  expect(lost.map(({ account, amount }) => [account, amount])).toEqual([
    ['provider:test', 700],
    ['seller:s', -595],
    ['commission', -71],
    ['tax:GB', -34],
  ]);
  expect(lost.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
});
