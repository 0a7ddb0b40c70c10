import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createPayments, type PaymentsFacade } from '../index.ts';
import { fakeProvider } from '../testing.ts';

let test: TestDatabase;
let payments: PaymentsFacade;
const provider = fakeProvider();
const sellerId = newId();
let paymentId = '';
let refundId = '';

beforeAll(async () => {
  test = await createTestDatabase();
  payments = createPayments({
    db: test.db,
    providers: [provider],
    cards: provider,
    orders: { awaitsPayment: async () => true, paymentCaptured: async () => undefined },
    fees: { test: { basisPoints: 140, fixed: 20 } },
  });
});
afterAll(() => test.close());

async function buy(): Promise<string> {
  const parts = [sellerId, newId()].map((id) => ({
    sellerId: id,
    subOrderId: newId(),
    items: 5_000,
    shipping: 400,
    tax: 900,
  }));
  const payment = await payments.create({ orderId: newId(), provider: 'test', currency: 'GBP', country: 'GB', parts });
  const card = { number: '4242 4242 4242 4242', expiry: '12/40', cvc: '123' };
  await payments.confirmTest({ paymentId: payment.id, clientSecret: payment.clientSecret ?? '', card, returnUrl: '/' });
  return payment.id;
}

beforeEach(async () => {
  await test.db.pool.query(`set session_replication_role = replica; truncate payments.ledger_entries, payments.ledger_transactions,
    payments.seller_balances, payments.seller_holds, payments.refunds, payments.attempts, payments.payments cascade;
    set session_replication_role = default`);
  await buy();
  paymentId = await buy();
  ({ refundId } = await payments.refund({ paymentId, key: newId(), reason: 'test', amount: 1_000 }));
  await buy();
});

/** As somebody who may do everything and goes around every rule. */
async function tamper(text: string, values: unknown[]): Promise<void> {
  const client = await test.db.pool.connect();
  try {
    await client.query('set session_replication_role = replica');
    const { rowCount } = await client.query(text, values);
    expect(rowCount).toBeGreaterThan(0);
  } finally {
    await client.query('set session_replication_role = default');
    client.release();
  }
}
const entryOf = `(select e.id from payments.ledger_entries e join payments.ledger_transactions t on t.id = e.transaction_id
  where t.reference = $1 and e.account like $2 order by e.account limit 1)`;

it('finds nothing wrong, and says what the accounts stand at', async () => {
  const report = await payments.checkLedger();
  expect(report).toMatchObject({ transactions: 7, balances: 4, problem: null });
  const total = report.accounts.reduce((sum, { amount }) => sum + amount, 0);
  expect(total).toBe(0);
  const fees = 3 * (Math.round(10_800 * 0.014) + 20);
  expect(report.accounts).toContainEqual({
    account: 'provider:test',
    currency: 'GBP',
    amount: 3 * 10_800 - 1_000 - fees,
  });
  expect(report.accounts).toContainEqual({ account: 'fees:test', currency: 'GBP', amount: fees });
});

it('names the first transaction that does not balance', async () => {
  await tamper(`update payments.ledger_entries set amount = amount - 1 where id = ${entryOf}`, [
    `capture:${paymentId}`,
    'commission',
  ]);
  const { problem } = await payments.checkLedger();
  expect(problem).toMatchObject({
    problem: 'out_of_balance',
    reference: `capture:${paymentId}`,
    expected: 0,
    found: -1,
  });
  expect(problem?.entryId).toBeTruthy();
});

it('names what was taken out: a transaction’s entries, a capture, a refund, a booking of a seller', async () => {
  const ofReference = 'select id from payments.ledger_transactions where reference = $1';
  await tamper(`delete from payments.ledger_entries where transaction_id = (${ofReference})`, [`fee:${paymentId}`]);
  expect((await payments.checkLedger()).problem).toMatchObject({ problem: 'empty', reference: `fee:${paymentId}` });
  await tamper('delete from payments.ledger_transactions where reference = $1', [`fee:${paymentId}`]);
  expect((await payments.checkLedger()).problem).toBeNull();
  await tamper(`delete from payments.ledger_entries where transaction_id = (${ofReference})`, [`refund:${refundId}`]);
  await tamper('delete from payments.ledger_transactions where reference = $1', [`refund:${refundId}`]);
  expect((await payments.checkLedger()).problem).toMatchObject({ problem: 'move_missing', expected: 3, found: 4 });
});

it('compares captures with their payments, and payments with their captures', async () => {
  await tamper('update payments.payments set amount = amount + 1 where id = $1', [paymentId]);
  expect((await payments.checkLedger()).problem).toMatchObject({
    problem: 'capture_differs',
    reference: `capture:${paymentId}`,
    expected: 10_801,
    found: 10_800,
  });
  await tamper('update payments.payments set amount = amount - 1 where id = $1', [paymentId]);
  const stray = newId();
  await tamper(
    `insert into payments.payments (id, order_id, idempotency_key, provider, status, amount, currency, country, allocations)
     values ($1::uuid, $1::uuid, $1::uuid::text, 'test', 'captured', 5, 'GBP', 'GB', '[]')`,
    [stray],
  );
  expect((await payments.checkLedger()).problem).toMatchObject({
    problem: 'capture_missing',
    reference: `payment ${stray}`,
  });
});

it('compares refunds with what was asked for and with what came in', async () => {
  await tamper('update payments.refunds set amount = 999 where id = $1', [refundId]);
  expect((await payments.checkLedger()).problem).toMatchObject({
    problem: 'refund_differs',
    reference: `refund:${refundId}`,
    expected: 999,
    found: 1_000,
  });
  await tamper('update payments.refunds set amount = 1000 where id = $1', [refundId]);
  const other = newId();
  await tamper(
    `insert into payments.refunds (id, payment_id, idempotency_key, amount, reason, status) values ($1::uuid, $2::uuid, $1::uuid::text, 1, 'x', 'succeeded')`,
    [other, paymentId],
  );
  expect((await payments.checkLedger()).problem).toMatchObject({
    problem: 'refund_missing',
    reference: `refund ${other}`,
  });
});

it('names the entry after which a seller’s account stands at something else, the kept balance, and the holds', async () => {
  await tamper(`update payments.ledger_entries set balance_after = balance_after + 1 where id = ${entryOf}`, [
    `refund:${refundId}`,
    'seller%',
  ]);
  expect((await payments.checkLedger()).problem).toMatchObject({
    problem: 'balance_differs',
    reference: `refund:${refundId}`,
  });
  await tamper(`update payments.ledger_entries set balance_after = balance_after - 1 where id = ${entryOf}`, [
    `refund:${refundId}`,
    'seller%',
  ]);
  await tamper('update payments.seller_balances set available = available + 1 where seller_id = $1', [sellerId]);
  expect((await payments.checkLedger()).problem).toMatchObject({
    problem: 'kept_balance_differs',
    expected: 0,
    found: 1,
  });
  await tamper('update payments.seller_balances set available = available - 1 where seller_id = $1', [sellerId]);
  await tamper('update payments.seller_holds set amount = amount - 1 where seller_id = $1', [sellerId]);
  expect((await payments.checkLedger()).problem).toMatchObject({ problem: 'holds_differ' });
  await tamper('delete from payments.seller_balances where seller_id = $1', [sellerId]);
  expect((await payments.checkLedger()).problem).toMatchObject({ problem: 'kept_balance_differs', found: 0 });
});
