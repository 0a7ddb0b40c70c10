import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPayments, type PaymentsFacade } from '../index.ts';
import type { Transfers } from '../ports.ts';
import { fakeProvider } from '../testing.ts';
import type { MoneyActor } from './actor.ts';
import type { StatementDocument } from './ports.ts';

let test: TestDatabase;
let payments: PaymentsFacade;
let now = new Date('2026-11-02T09:00:00Z');
const day = 86_400_000;
const sent = new Map<string, number>();
const printed: StatementDocument[] = [];
let transfersFail = false;
let accountReady = true;
const transfers: Transfers = {
  async send({ idempotencyKey, amount }) {
    if (transfersFail) throw new Error('down');
    sent.set(idempotencyKey, amount);
    return { transferRef: `ref_${idempotencyKey}` };
  },
  reverse: async () => ({ reversalRef: 'none' }),
  ready: async () => accountReady,
};
const provider = Object.assign(fakeProvider(), { transfers });
const sellerId = newId();
const otherId = newId();
const member = (role: 'owner' | 'manager' | 'fulfilment', of = sellerId): MoneyActor => ({
  id: newId(),
  roles: ['seller'],
  memberships: [{ sellerId: of, role }],
});
const owner = member('owner');
const administrator: MoneyActor = { id: newId(), roles: ['administrator'], memberships: [] };
const iban = 'DE89 3704 0044 0532 0130 00';

beforeAll(async () => {
  test = await createTestDatabase();
  payments = createPayments({
    db: test.db,
    providers: [provider],
    cards: provider,
    orders: { awaitsPayment: async () => true, paymentCaptured: async () => undefined },
    fees: { test: { basisPoints: 140, fixed: 20 } },
    sellers: {
      secrets: {
        seal: async (purpose, text) => `key1:${Buffer.from(`${purpose}|${text}`).toString('base64')}`,
        open: async (purpose, sealed) =>
          Buffer.from(sealed.slice(5), 'base64')
            .toString()
            .slice(purpose.length + 1),
      },
      names: async (ids) => new Map(ids.map((id) => [id, id === sellerId ? 'Nordic Pots' : 'Other'])),
      print: async (document) => {
        printed.push(document);
        return Buffer.from('%PDF');
      },
    },
    clock: { now: () => now },
  });
});
afterAll(() => test.close());

const part = (items = 10_000, of = sellerId) => ({
  sellerId: of,
  subOrderId: newId(),
  items,
  shipping: 500,
  tax: 1_500,
  number: `MH-${items}-1`,
});
async function capture(parts: ReturnType<typeof part>[]): Promise<string> {
  const payment = await payments.create({ orderId: newId(), provider: 'test', currency: 'GBP', country: 'GB', parts });
  const card = { number: '4242 4242 4242 4242', expiry: '12/40', cvc: '123' };
  const clientSecret = payment.clientSecret ?? '';
  const reply = await payments.confirmTest({ paymentId: payment.id, clientSecret, card, returnUrl: '/' });
  expect(reply.status).toBe('captured');
  return payment.id;
}
const balance = async (of = owner, id = sellerId) =>
  (await payments.payouts.balance(of, id)).balances.find(({ currency }) => currency === 'GBP');
const save = (change: object = {}) =>
  payments.payouts.savePayoutSettings(owner, {
    ...{ sellerId, frequency: 'weekly', minimum: 1_000, method: 'file' },
    bank: { holder: 'Nordic Pots Ltd', iban, bic: '' },
    ...change,
  });
const textOf = (file: { base64: string }) => Buffer.from(file.base64, 'base64').toString();
const books = async () => expect(await payments.firstImbalance()).toBeNull();

describe('who may', () => {
  it('shows a seller’s money to its owners and managers, lets owners say where it goes, and administrators pay', async () => {
    const calls = (actor: MoneyActor) => [
      payments.payouts.balance(actor, sellerId),
      payments.payouts.payouts(actor, { sellerId, limit: 1 }),
      payments.payouts.payoutSettings(actor, sellerId),
      payments.payouts.statements(actor, sellerId),
    ];
    for (const actor of [member('fulfilment'), member('owner', otherId), administrator]) {
      const replies = await Promise.allSettled(calls(actor));
      expect(replies.every((reply) => reply.status === 'rejected' && reply.reason.code === 'forbidden')).toBe(true);
    }
    await Promise.all(calls(member('manager')));
    const input = { sellerId, frequency: 'daily' as const, minimum: 0, method: 'file' };
    await expect(payments.payouts.savePayoutSettings(member('manager'), input)).rejects.toMatchObject({
      reason: 'role_too_low',
    });
    await expect(payments.payouts.createPayoutFile(owner, 'GBP')).rejects.toMatchObject({
      reason: 'administrators_only',
    });
    await expect(payments.payouts.requestPayouts(owner)).rejects.toMatchObject({ reason: 'administrators_only' });
    await expect(payments.commission.rules(owner)).rejects.toMatchObject({ reason: 'administrators_only' });
  });
});

describe('where it goes', () => {
  it('refuses wrong account numbers, unknown ways, and no place at all; keeps the number sealed and shows its end', async () => {
    await expect(save({ bank: { holder: 'A', iban: 'DE89370400440532013001', bic: '' } })).rejects.toMatchObject({
      reason: 'iban_invalid',
    });
    await expect(save({ method: 'nobody', bank: undefined })).rejects.toMatchObject({
      reason: 'payout_method_unknown',
    });
    await expect(save({ bank: undefined })).rejects.toMatchObject({ reason: 'destination_missing' });
    await save();
    expect((await payments.payouts.payoutSettings(owner, sellerId)).settings).toMatchObject({
      masked: 'DE •••• 3000',
      minimum: 1_000,
    });
    const { rows } = await test.db.pool.query('select * from payments.payout_settings where seller_id = $1', [
      sellerId,
    ]);
    expect(JSON.stringify(rows)).not.toContain('0532013');
    // Without a new number the old one stays.
    await save({ bank: undefined, minimum: 2_000 });
    expect((await payments.payouts.payoutSettings(owner, sellerId)).settings).toMatchObject({
      masked: 'DE •••• 3000',
      minimum: 2_000,
    });
    const audit = await test.db.pool.query(
      `select changes from payments.audit_entries where action = 'payout_settings.update'`,
    );
    expect(audit.rows).toHaveLength(2);
    expect(JSON.stringify(audit.rows)).not.toContain('3704');
  });
});

describe('holds', () => {
  it('keeps money until delivery and some days, and while somebody disputes it', async () => {
    const [a, b] = [part(), part()];
    await capture([a]);
    await capture([b]);
    const share = 10_500 - 1_500 - 1_000;
    expect(await balance()).toMatchObject({ held: 2 * share, available: 0, nextRelease: null });
    expect(await payments.payouts.releaseHolds()).toBe(0);
    await payments.payouts.noteDelivered(a.subOrderId);
    now = new Date(now.getTime() + day);
    // The first delivery counts.
    await payments.payouts.noteDelivered(a.subOrderId);
    await payments.payouts.noteDelivered(b.subOrderId);
    await payments.payouts.holdBack(b.subOrderId, 'return:1');
    await payments.payouts.holdBack(b.subOrderId, 'return:1');
    now = new Date(now.getTime() + 13 * day);
    expect(await Promise.all([1, 2, 3].map(() => payments.payouts.releaseHolds()))).toContain(1);
    expect(await balance()).toMatchObject({ held: share, available: share });
    now = new Date(now.getTime() + 5 * day);
    expect(await payments.payouts.releaseHolds()).toBe(0);
    await payments.payouts.letGo(b.subOrderId, 'return:1');
    expect(await payments.payouts.releaseHolds()).toBe(1);
    expect(await balance()).toMatchObject({ held: 0, available: 2 * share });
    await books();
  });

  it('takes a refund from what is held, then from what is available, which may go below zero', async () => {
    const before = await balance();
    const held = part(4_000);
    const paymentId = await capture([held]);
    const { refundId } = await payments.refund({ paymentId, key: newId(), reason: 'test', amount: 4_500 });
    expect(refundId).toBeTruthy();
    expect(await balance()).toMatchObject({ held: 0, available: before?.available });
    await payments.payouts.noteDelivered(held.subOrderId);
    now = new Date(now.getTime() + 20 * day);
    expect(await payments.payouts.releaseHolds()).toBe(1);
    await books();
  });
});

describe('payouts', () => {
  it('is planned now when an administrator asks, and the log says who did', async () => {
    await payments.payouts.requestPayouts(administrator);
    const { rows: events } = await test.db.pool.query(
      `select data from payments.outbox where name = 'payments/payouts.requested'`,
    );
    expect(events).toMatchObject([{ data: { requestedBy: administrator.id } }]);
    const { rows: log } = await test.db.pool.query(
      `select actor_user_id as by from payments.audit_entries where action = 'payouts.request'`,
    );
    expect(log).toEqual([{ by: administrator.id }]);
  });

  it('plans one a period, however often and from wherever it is asked, and hands them to the bank together', async () => {
    await save({ minimum: 1_000_000 });
    expect(await payments.payouts.planPayouts()).toBe(0);
    await save();
    const available = (await balance())?.available ?? 0;
    const planned = await Promise.all(Array.from({ length: 6 }, () => payments.payouts.planPayouts()));
    expect(planned.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await balance()).toMatchObject({ available: 0, onTheWay: available });
    const tries = await Promise.allSettled(
      Array.from({ length: 4 }, () => payments.payouts.createPayoutFile(administrator, 'GBP')),
    );
    const files = tries.flatMap((reply) => (reply.status === 'fulfilled' ? [reply.value.fileId] : []));
    expect(files).toHaveLength(1);
    const fileId = files[0] ?? '';
    const csv = textOf(await payments.payouts.payoutFile(administrator, fileId));
    expect(csv.split('\r\n')[1]).toContain(
      `,Nordic Pots Ltd,DE89370400440532013000,,${(available / 100).toFixed(2)},GBP,`,
    );
    expect(await payments.payouts.settlePayoutFile(administrator, fileId)).toEqual({ settled: 1 });
    await expect(payments.payouts.settlePayoutFile(administrator, fileId)).rejects.toMatchObject({
      reason: 'payout_not_found',
    });
    expect(await balance()).toMatchObject({ available: 0, onTheWay: 0 });
    const { items } = await payments.payouts.payouts(owner, { sellerId, limit: 10 });
    expect(items).toMatchObject([{ status: 'paid', amount: available, masked: 'DE •••• 3000' }]);
    await books();
  });

  const earn = async (items: number) => {
    const one = part(items);
    const paymentId = await capture([one]);
    await payments.payouts.noteDelivered(one.subOrderId);
    now = new Date(now.getTime() + 15 * day);
    await payments.payouts.releaseHolds();
    return paymentId;
  };

  it('gives a returned payout back to the balance once', async () => {
    await earn(20_000);
    const before = await balance();
    await payments.payouts.planPayouts();
    const { items } = await payments.payouts.payouts(owner, { sellerId, limit: 1 });
    const payoutId = items[0]?.id ?? '';
    await expect(
      payments.payouts.settlePayout(administrator, { payoutId, outcome: 'paid', reason: '' }),
    ).rejects.toMatchObject({ reason: 'payout_settled' });
    const fail = () =>
      payments.payouts.settlePayout(administrator, { payoutId, outcome: 'failed', reason: 'account closed' });
    const replies = await Promise.allSettled([fail(), fail(), fail()]);
    expect(replies.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await balance()).toMatchObject({ available: before?.available, onTheWay: 0 });
    await expect(
      payments.payouts.settlePayout(administrator, { payoutId: newId(), outcome: 'failed', reason: '' }),
    ).rejects.toMatchObject({ reason: 'payout_not_found' });
    await books();
  });

  it('never pays out what a refund takes at the same moment', async () => {
    for (let round = 0; round < 6; round += 1) {
      now = new Date(now.getTime() + 8 * day);
      const paymentId = await earn(9_000 + round);
      const before = (await balance())?.available ?? 0;
      const [, planned] = await Promise.all([
        payments.refund({ paymentId, key: newId(), reason: 'race' }),
        payments.payouts.planPayouts(),
      ]);
      const after = await balance();
      const { items } = await payments.payouts.payouts(owner, { sellerId, limit: 1 });
      const share = 9_000 + round + 500 - 1_500 - Math.round((9_000 + round) / 10);
      const paid = planned === 1 ? (items[0]?.amount ?? 0) : 0;
      expect([before, before - share]).toContain(planned === 1 ? paid : before);
      expect((after?.available ?? 0) + paid).toBe(before - share);
      await books();
    }
  });

  it('transfers through a provider: once, again after a fault, and back to the balance when the account is closed', async () => {
    now = new Date(now.getTime() + 8 * day);
    await save({ method: 'test', bank: undefined, account: 'acct_1234', minimum: 0 });
    await earn(50_000);
    await earn(50_000);
    const { available = 0, onTheWay = 0 } = (await balance()) ?? {};
    expect(available).toBeGreaterThan(0);
    expect(await payments.payouts.planPayouts()).toBe(1);
    transfersFail = true;
    expect(await payments.payouts.sendTransfers()).toMatchObject({ later: 1 });
    transfersFail = false;
    await Promise.all([payments.payouts.sendTransfers(), payments.payouts.sendTransfers()]);
    expect([...sent.values()]).toEqual([available]);
    expect(await balance()).toMatchObject({ available: 0, onTheWay });
    now = new Date(now.getTime() + 8 * day);
    await earn(7_000);
    await payments.payouts.planPayouts();
    accountReady = false;
    expect(await payments.payouts.sendTransfers()).toMatchObject({ failed: 1 });
    accountReady = true;
    expect((await balance())?.available).toBeGreaterThan(0);
    await books();
  });
});

describe('statements', () => {
  it('add up to the ledger, month by month, as CSV and as a document', async () => {
    const { statements } = await payments.payouts.statements(owner, sellerId);
    expect(statements.length).toBeGreaterThan(3);
    const now = await balance();
    expect(statements[0]?.closing).toBe((now?.held ?? 0) + (now?.available ?? 0));
    for (const [index, month] of statements.entries()) {
      expect(month.opening).toBe(statements[index + 1]?.closing ?? 0);
      const input = { sellerId, month: month.month, currency: month.currency };
      const lines = textOf(await payments.payouts.statement(owner, { ...input, format: 'csv' }))
        .trim()
        .split('\r\n');
      const minor = (line = '') => Math.round(Number(line.split(',').at(-2)) * 100);
      expect(minor(lines[1])).toBe(month.opening);
      expect(minor(lines.at(-1))).toBe(month.closing);
      const rows = lines.slice(2, -2);
      expect(rows.reduce((sum, line) => sum + minor(line), 0)).toBe(month.earned - month.paidOut);
      expect(minor(lines.at(-2))).toBe(month.earned - month.paidOut);
      for (const line of rows) {
        const [gross = 0, promotion = 0, tax = 0, commission = 0, net = 0] = line
          .split(',')
          .slice(3, 8)
          .map((cell) => Math.round(Number(cell) * 100));
        if (line.includes(',Sale,') || line.includes(',Refund,'))
          expect(gross + promotion - tax - commission).toBe(net);
      }
      await payments.payouts.statement(owner, { ...input, format: 'pdf' });
      expect(printed.at(-1)?.rows).toHaveLength(rows.length);
    }
    const sale = textOf(
      await payments.payouts.statement(owner, { sellerId, month: '2026-11', currency: 'GBP', format: 'csv' }),
    );
    expect(sale).toContain('Sale,MH-10000-1,105.00,0.00,15.00,10.00,80.00,GBP');
    await expect(
      payments.payouts.statement(owner, { sellerId, month: '2020-01', currency: 'GBP', format: 'csv' }),
    ).rejects.toMatchObject({ reason: 'payout_not_found' });
  });
});

describe('commission rules', () => {
  it('hold for what is sold from then on; what was frozen stays', async () => {
    const before = part(10_000, otherId);
    await capture([before]);
    await payments.commission.addRule(administrator, {
      sellerId: otherId,
      categoryId: null,
      basisPoints: 500,
      validFrom: null,
      validUntil: null,
    });
    now = new Date(now.getTime() + 1_000);
    const lineId = newId();
    const line = { orderLineId: lineId, categoryIds: [newId()], net: 10_000 };
    await capture([{ ...part(10_000, otherId), lines: [line] } as ReturnType<typeof part>]);
    const other = member('owner', otherId);
    expect((await balance(other, otherId))?.held).toBe(8_000 + 8_500);
    const { rows } = await test.db.pool.query(
      'select amount, basis_points from payments.line_commissions where order_line_id = $1',
      [lineId],
    );
    expect(rows).toEqual([{ amount: 500, basis_points: 500 }]);
    await expect(
      test.db.pool.query('update payments.line_commissions set amount = 1 where order_line_id = $1', [lineId]),
    ).rejects.toThrow('append-only');
    const preview = { sellerId: otherId, categoryIds: [], net: 2_000 };
    expect(await payments.commission.preview(administrator, preview)).toMatchObject({ basisPoints: 500, amount: 100 });
    const [rule] = (await payments.commission.rules(administrator)).rules;
    expect(rule).toMatchObject({ state: 'now', sellerName: 'Other' });
    // A new one takes the place of the old one.
    const next = { sellerId: otherId, categoryId: null, basisPoints: 600, validFrom: null, validUntil: null };
    await payments.commission.addRule(administrator, next);
    now = new Date(now.getTime() + 1_000);
    const { rules } = await payments.commission.rules(administrator);
    expect(rules.map(({ state, basisPoints }) => [state, basisPoints])).toEqual([
      ['now', 600],
      ['past', 500],
    ]);
    const past = { ...next, validUntil: new Date(now.getTime() - 1).toISOString() };
    await expect(payments.commission.addRule(administrator, past)).rejects.toMatchObject({
      reason: 'commission_times',
    });
    await payments.commission.endRule(administrator, rules[0]?.id ?? '');
    await expect(payments.commission.endRule(administrator, rule?.id ?? '')).rejects.toMatchObject({
      reason: 'commission_not_found',
    });
    expect(await payments.commission.preview(administrator, preview)).toMatchObject({ basisPoints: 1_000 });
    await books();
  });
});
