import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId, type RateLimiter } from '@mallhive/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPayments, type PaymentsFacade } from '../index.ts';
import { fakeProvider } from '../testing.ts';
import { readCode } from './code.ts';
import { issueGiftCardInput } from './contract.ts';

let test: TestDatabase;
let payments: PaymentsFacade;
const provider = fakeProvider();
let completed: { orderId: string; amount: number }[] = [];
let awaits = true;
let ordersFail = false;
let late = 0;
let allowed = true;
const limiter: RateLimiter = {
  take: async () => ({ allowed, remaining: 0, retryAfterSeconds: 60 }),
  close: async () => undefined,
} as unknown as RateLimiter;
const boss = { id: newId(), roles: ['administrator'], memberships: [] };
const ann = { userId: newId(), email: 'ann@example.com', name: 'Ann', locale: 'en' as const };

beforeAll(async () => {
  test = await createTestDatabase();
  payments = createPayments({
    db: test.db,
    providers: [provider],
    cards: provider,
    clock: { now: () => new Date(Date.now() + late) },
    giftCardSecret: 'a secret for the tests of gift cards',
    people: { byEmail: async (email) => (email === ann.email ? ann : null) },
    limiter,
    orders: {
      awaitsPayment: async () => awaits,
      paymentCaptured: async ({ orderId, amount }) => {
        if (ordersFail) throw new Error('down');
        completed.push({ orderId, amount });
      },
    },
  });
});
afterEach(async () => {
  completed = [];
  awaits = true;
  ordersFail = false;
  allowed = true;
  late = 0;
  expect(await payments.firstImbalance()).toBeNull();
  const { rows } = await test.db.pool.query(
    `select i.id from payments.instruments i where i.balance <> coalesce((select sum(amount) from payments.instrument_movements m
       where m.instrument_id = i.id), 0) or i.held <> coalesce((select sum(amount) from payments.instrument_holds h
       where h.instrument_id = i.id and h.status = 'held'), 0)`,
  );
  expect(rows).toEqual([]);
});
afterAll(() => test.close());

const issue = (amount: number, more: object = {}) =>
  payments.giftCards.issue(boss, issueGiftCardInput.parse({ requestId: newId(), amount, currency: 'GBP', ...more }));
const worth = async (code: string) => (await payments.giftCards.check(code, '::1')).available;
const grant = (amount: number, email = ann.email) =>
  payments.giftCards.grantCredit(boss, { requestId: newId(), email, amount, currency: 'GBP', note: 'Sorry' });
const credit = async () => (await payments.giftCards.mine(ann.userId)).credits[0];

const total = 11_789;
const order = (orderId = newId()) => ({
  orderId,
  provider: 'test',
  currency: 'GBP' as const,
  country: 'GB',
  parts: [
    { sellerId: newId(), subOrderId: newId(), items: 10_000, shipping: 395, tax: 1_732 },
    { sellerId: newId(), subOrderId: newId(), items: 999, shipping: 395, tax: 232 },
  ],
});
const payWith = (giftCards: { code: string; amount: number }[], credit = 0, userId: string | null = null) => ({
  ...order(),
  instruments: { userId, credit, giftCards },
});
const confirm = (payment: { id: string; clientSecret: string | null }) =>
  payments.confirmTest({
    paymentId: payment.id,
    clientSecret: payment.clientSecret ?? '',
    card: { number: '4242', expiry: '12/40', cvc: '123' },
    returnUrl: '/',
  });
const entries = async (paymentId: string) =>
  (
    await test.db.pool.query(
      `select t.kind, e.account, sum(e.amount)::int as amount from payments.ledger_entries e
       join payments.ledger_transactions t on t.id = e.transaction_id
       where t.payment_id = $1 and (e.account like 'provider:%' or e.account in ('gift_cards', 'store_credit')) group by 1, 2 order by 1, 2`,
      [paymentId],
    )
  ).rows;

describe('codes', () => {
  it('tell every slip of a finger without asking anybody, and answer alike to all that cannot be spent', async () => {
    const { code } = await issue(5_000);
    expect(code).toMatch(/^([2-9A-HJKMNP-Z]{4}-){4}[2-9A-HJKMNP-Z]{4}$/);
    const plain = readCode(code.toLowerCase().replaceAll('-', ' ')) ?? '';
    expect(plain).toHaveLength(20);
    for (let at = 0; at < 20; at += 1) {
      const other = plain[at] === 'A' ? 'B' : 'A';
      expect(readCode(plain.slice(0, at) + other + plain.slice(at + 1))).toBeNull();
    }
    const [first = '', second = ''] = plain;
    if (first !== second) expect(readCode(second + first + plain.slice(2))).toBeNull();
    const blocked = await issue(100);
    await payments.giftCards.block(boss, { giftCardId: blocked.giftCardId, blocked: true });
    for (const wrong of ['', 'AAAA-AAAA', `${code}A`, blocked.code]) {
      await expect(payments.giftCards.check(wrong, '::1')).rejects.toMatchObject({
        code: 'not_found',
        reason: 'gift_card_unknown',
      });
    }
    const { rows } = await test.db.pool.query('select * from payments.instruments');
    expect(JSON.stringify(rows)).not.toContain(plain);
    allowed = false;
    await expect(payments.giftCards.check(code, '::1')).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('are answered again to the same request, and given out once', async () => {
    const input = issueGiftCardInput.parse({ requestId: newId(), amount: 700, currency: 'GBP' });
    const all = await Promise.all([1, 2, 3, 4].map(() => payments.giftCards.issue(boss, input)));
    expect(new Set(all.map(({ code }) => code)).size).toBe(1);
    expect(await worth(all[0]?.code ?? '')).toBe(700);
    expect(await payments.giftCards.codeOf(input.requestId)).toBe(all[0]?.code);
    expect(await payments.giftCards.codeOf(newId())).toBeNull();
  });
});

describe('paying', () => {
  it('asks the provider for the rest, holds what was agreed on, and spends it with the capture', async () => {
    const { code } = await issue(5_000);
    const input = payWith([{ code, amount: 5_000 }]);
    const all = await Promise.all([1, 2, 3].map(() => payments.create(input)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    const [payment] = all;
    if (!payment) throw new Error('no payment');
    expect(payment).toMatchObject({ amount: total, covered: 5_000, provider: 'test' });
    expect(await worth(code)).toBe(0);
    expect(await confirm(payment)).toMatchObject({ status: 'captured' });
    expect(completed).toEqual([{ orderId: input.orderId, amount: total }]);
    expect(await entries(payment.id)).toEqual([
      { kind: 'capture', account: 'gift_cards', amount: 5_000 },
      { kind: 'capture', account: 'provider:test', amount: total - 5_000 },
    ]);
    const [shown] = await payments.forOrders([input.orderId]);
    expect(shown?.parts).toMatchObject([{ kind: 'gift_card', amount: 5_000, status: 'taken' }]);
  });

  it('asks no provider when everything is covered: the order is paid at once', async () => {
    const [one, two] = [await issue(6_000), await issue(10_000)];
    await grant(1_000);
    const calls = provider.calls.length;
    const input = payWith(
      [
        { code: one.code, amount: 6_000 },
        { code: two.code, amount: total - 7_000 },
      ],
      1_000,
      ann.userId,
    );
    const payment = await payments.create(input);
    expect(payment).toMatchObject({ status: 'captured', provider: 'balance', covered: total });
    expect(provider.calls).toHaveLength(calls);
    expect(completed).toEqual([{ orderId: input.orderId, amount: total }]);
    expect(await worth(two.code)).toBe(17_000 - total);
    expect((await credit())?.balance).toBe(0);
    expect(await payments.create(input)).toMatchObject({ id: payment.id, status: 'captured' });
  });

  it('refuses what is not there, not theirs, in another currency, or more than the order costs; nothing is held then', async () => {
    const { code } = await issue(5_000);
    const euros = await issue(5_000, { currency: 'EUR' });
    const cases: [object, string][] = [
      [payWith([{ code, amount: 5_001 }]), 'balance_changed'],
      [payWith([{ code: euros.code, amount: 100 }]), 'balance_changed'],
      [
        payWith([
          { code, amount: 3_000 },
          { code, amount: 2_001 },
        ]),
        'balance_changed',
      ],
      [payWith([{ code: 'WRONG', amount: 1 }]), 'gift_card_unknown'],
      [payWith([{ code, amount: total + 1 }]), 'covers_too_much'],
      [payWith([], 100, newId()), 'balance_changed'],
      [payWith([], 100, null), 'credit_needs_account'],
    ];
    for (const [input, reason] of cases) {
      await expect(payments.create(input as Parameters<typeof payments.create>[0])).rejects.toMatchObject({ reason });
    }
    expect(await worth(code)).toBe(5_000);
  });

  it('spends a card once however many checkouts want it at the same time', async () => {
    const { code } = await issue(10_000);
    const tries = Array.from({ length: 24 }, () => payments.create(payWith([{ code, amount: 3_000 }])));
    const done = await Promise.allSettled(tries);
    const won = done.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(won).toHaveLength(3);
    for (const one of done) if (one.status === 'rejected') expect(one.reason.reason).toBe('balance_changed');
    expect(await worth(code)).toBe(1_000);
    await Promise.all(won.map(confirm));
    expect(await worth(code)).toBe(1_000);
  });

  it("two cards in opposite order stand in nobody's way", async () => {
    const [one, two] = [await issue(100_000), await issue(100_000)];
    const of = (first: string, second: string) =>
      payments.create(
        payWith([
          { code: first, amount: 500 },
          { code: second, amount: 500 },
        ]),
      );
    await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? of(one.code, two.code) : of(two.code, one.code))));
    expect(await worth(one.code)).toBe(90_000);
  });

  it('lets go when the order is cancelled, and when the shopper pays otherwise after all', async () => {
    const { code } = await issue(5_000);
    const input = payWith([{ code, amount: 5_000 }]);
    await payments.create(input);
    expect(await worth(code)).toBe(0);
    const { instruments: _, ...without } = input;
    const other = await payments.create(without);
    expect(other).toMatchObject({ covered: 0, status: 'requires_method' });
    expect(await worth(code)).toBe(5_000);
    await payments.create({ ...input, instruments: { ...input.instruments, giftCards: [{ code, amount: 4_000 }] } });
    expect(await worth(code)).toBe(1_000);
    expect(await payments.cancel(input.orderId)).toBe('cancelled');
    expect(await worth(code)).toBe(5_000);
  });

  it('ends by itself when a crash came before anybody could finish it', async () => {
    const { code } = await issue(5_000);
    await payments.create(payWith([{ code, amount: 5_000 }]));
    expect(await payments.giftCards.releaseStale()).toBe(0);
    late = 4 * 3_600_000;
    expect(await payments.giftCards.releaseStale()).toBeGreaterThan(0);
    late = 0;
    expect(await worth(code)).toBe(5_000);
  });

  it('is paid by the sweep when the orders could not be asked', async () => {
    const { code } = await issue(total);
    const input = payWith([{ code, amount: total }]);
    awaits = false;
    const dropped = await payments.create(input);
    expect(dropped.status).toBe('cancelled');
    expect(await worth(code)).toBe(total);
    awaits = true;
    ordersFail = true;
    expect(await payments.create(input)).toMatchObject({ status: 'captured' });
    expect(await worth(code)).toBe(0);
  });

  it('of capture and cancellation at once exactly one happens', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { code } = await issue(total);
      const input = payWith([{ code, amount: total }]);
      const [paid, cancelled] = await Promise.allSettled([payments.create(input), payments.cancel(input.orderId)]);
      expect([paid.status, cancelled.status]).toEqual(['fulfilled', 'fulfilled']);
      const [payment] = await payments.forOrders([input.orderId]);
      expect(await worth(code)).toBe(payment?.status === 'captured' ? 0 : total);
    }
  });

  it('books money that comes after the end alone, and sends it back', async () => {
    const { code } = await issue(5_000);
    const input = payWith([{ code, amount: 5_000 }]);
    const payment = await payments.create(input);
    await payments.cancel(input.orderId);
    const state = provider.advance(payment.id, { status: 'succeeded' });
    const { body, headers } = provider.webhook(payment.id, state);
    await (await payments.receiveWebhook('test', body, headers)).processed;
    expect(completed).toEqual([{ orderId: input.orderId, amount: total - 5_000 }]);
    expect(await worth(code)).toBe(5_000);
    await payments.refund({ paymentId: payment.id, key: `late:${payment.id}`, reason: 'order_cancelled' });
    expect(await entries(payment.id)).toEqual([
      { kind: 'capture', account: 'provider:test', amount: total - 5_000 },
      { kind: 'refund', account: 'provider:test', amount: 5_000 - total },
    ]);
  });
});

describe('refunds', () => {
  const paid = async () => {
    const { code } = await issue(3_000);
    await grant(2_000);
    const payment = await payments.create(payWith([{ code, amount: 3_000 }], 2_000, ann.userId));
    await confirm(payment);
    return { code, payment };
  };
  const refund = (paymentId: string, amount: number, more: object = {}) =>
    payments.refund({ paymentId, key: newId(), reason: 'return', amount, ...more });
  const sent = () => [...provider.refunds.values()].reduce((sum, amount) => sum + amount, 0);

  it('go back to credit, then to cards, then by the provider, each up to what it gave', async () => {
    const { code, payment } = await paid();
    const before = sent();
    await refund(payment.id, 2_500);
    expect([(await credit())?.balance, await worth(code), sent() - before]).toEqual([2_000, 500, 0]);
    await refund(payment.id, 2_600);
    expect([(await credit())?.balance, await worth(code), sent() - before]).toEqual([2_000, 3_000, 100]);
    await refund(payment.id, total - 5_100);
    expect(sent() - before).toBe(total - 5_000);
    await expect(refund(payment.id, 1)).rejects.toMatchObject({ reason: 'not_captured' });
  });

  it('never give more than was paid, asked for at once from many places', async () => {
    const { code, payment } = await paid();
    const before = [(await credit())?.balance ?? 0, sent()] as const;
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => refund(payment.id, 4_000)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect((await credit())?.balance).toBe(before[0] + 2_000);
    expect(await worth(code)).toBe(3_000);
    expect(sent() - before[1]).toBe(3_000);
  });

  it('become credit when they are to, also one that the provider refuses; the same key stays one refund', async () => {
    const { payment } = await paid();
    const before = (await credit())?.balance ?? 0;
    await refund(payment.id, 6_000, { toCredit: { userId: ann.userId } });
    expect((await credit())?.balance).toBe(before + 3_000);
    const key = newId();
    const input = { paymentId: payment.id, key, reason: 'return', amount: 1_000 };
    const refusing = provider.refund;
    provider.refund = () => Promise.reject(new Error('refused'));
    await expect(payments.refund(input)).rejects.toThrow('refused');
    const redirected = { ...input, toCredit: { userId: ann.userId } };
    await Promise.all([payments.refund(redirected), payments.refund(redirected)]);
    provider.refund = refusing;
    await payments.refund(input);
    expect((await credit())?.balance).toBe(before + 4_000);
  });

  it('to a card that ran out make it last ninety days more', async () => {
    const { code } = await issue(3_000, { expiresOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) });
    const payment = await payments.create(payWith([{ code, amount: 2_000 }]));
    await confirm(payment);
    late = 5 * 86_400_000;
    expect(await payments.giftCards.expireDue()).toBe(1);
    await expect(worth(code)).rejects.toMatchObject({ reason: 'gift_card_unknown' });
    await refund(payment.id, total);
    expect(await worth(code)).toBe(2_000);
  });
});

describe('administration and people', () => {
  it('is for administrators alone, and written to the audit log', async () => {
    const nobody = { ...boss, roles: [] };
    await expect(payments.giftCards.list(nobody, { limit: 5 })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      payments.giftCards.issue(nobody, issueGiftCardInput.parse({ requestId: newId(), amount: 1, currency: 'GBP' })),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(grant(100, 'nobody@example.com')).rejects.toMatchObject({ reason: 'person_unknown' });
    await expect(issue(100, { expiresOn: '2020-01-01' })).rejects.toMatchObject({ reason: 'expiry_past' });
    const { giftCardId } = await issue(4_200, { email: 'Bob@Example.com', note: 'For you' });
    expect(await payments.giftCards.mailOf(giftCardId)).toMatchObject({ email: 'bob@example.com', amount: 4_200 });
    const { items } = await payments.giftCards.list(boss, { search: 'bob@', limit: 5 });
    expect(items).toMatchObject([{ id: giftCardId, balance: 4_200, status: 'active' }]);
    const { movements } = await payments.giftCards.card(boss, giftCardId);
    expect(movements).toMatchObject([{ kind: 'issue', amount: 4_200, balanceAfter: 4_200 }]);
    const { rows } = await test.db.pool.query('select action from payments.audit_entries where object_id = $1', [
      giftCardId,
    ]);
    expect(rows).toEqual([{ action: 'gift_card.issue' }]);
  });

  it('forgets a person: the credit ends, the books stay', async () => {
    await grant(900);
    const balance = (await credit())?.balance ?? 0;
    expect(await payments.giftCards.creditOfPerson(ann.userId)).toMatchObject([{ balance, currency: 'GBP' }]);
    expect(await payments.giftCards.forgetPerson(ann.userId, ann.email)).toBe(1);
    expect(await payments.giftCards.forgetPerson(ann.userId, ann.email)).toBe(0);
    expect((await payments.giftCards.mine(ann.userId)).credits).toEqual([]);
  });
});
