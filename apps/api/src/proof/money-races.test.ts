import { newId } from '@mallhive/kernel';
import { violations } from '@mallhive/testing/invariants';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { at, openStaff, randomOf, type Staff } from './game.ts';
import { outcomes, timesOver } from './play-fulfilment.ts';
import { openProofShop, type ProofShop, payByCard, placeFromCart } from './proof-shop.ts';

/** `npm run prove -- races --times=…`: how many at once. */
const { PROVE_TIMES, PROVE_SEED } = z
  .object({
    PROVE_TIMES: z.coerce.number().int().min(2).default(8),
    PROVE_SEED: z.coerce
      .number()
      .int()
      .default(() => Date.now() % 2_147_483_647),
  })
  .parse(process.env);

vi.setConfig({ testTimeout: 120_000 });

let shop: ProofShop;
let staff: Staff;
const random = randomOf(PROVE_SEED);
let executor: ReturnType<ProofShop['executor']>;

beforeAll(async () => {
  shop = await openProofShop({}, { PAYOUT_HOLD_DAYS: '0' });
  staff = await openStaff(shop);
});
beforeEach(() => {
  executor = shop.executor(random);
});
afterAll(() => shop.close());

const good = '4242 4242 4242 4242';
const query = <Row>(text: string) => shop.rows<Row>(text);

async function settled(): Promise<void> {
  for (const minutes of [1, 35, 20]) {
    for (const body of await shop.pendingNews()) await shop.deliver(body);
    await shop.composition.facades.payments.idle();
    await executor.work();
    await executor.tick('sweep-orders');
    shop.clock.advance(minutes * 60_000);
  }
  expect(await violations(query, 'settled', shop.clock.now())).toEqual([]);
  expect(await shop.composition.facades.payments.firstImbalance()).toBeNull();
}

/** Placed and not yet paid, of the first seller. */
async function ordered(variants: readonly string[], quantity = 1) {
  const call = shop.visitor();
  for (const variantId of variants) await call('cart.addItem', { variantId, quantity });
  const [reply] = await placeFromCart(call, `${newId()}@example.test`);
  if (!reply?.ok) throw new Error(reply?.reason);
  return { call, ...reply.data };
}

/** Paid; `arrived`: sent and there as well. */
async function sold(quantity: number, arrived = false) {
  const seller = at(staff.sellers, 0);
  const order = await ordered(await shop.stockUp(seller.sellerId, [50]), quantity);
  await payByCard(order.call, order.payment, good);
  await executor.work();
  const [part] = await shop.rows<{ id: string; total: number; line: string }>(
    `select s.id, s.total, l.id as line from orders.sub_orders s join orders.order_lines l on l.sub_order_id = s.id
     where s.order_id = $1`,
    [order.order.id],
  );
  const named = { sellerId: seller.sellerId, subOrderId: part?.id ?? '' };
  if (arrived) {
    const parcel = { ...named, shipmentId: newId(), carrier: 'DHL', trackingNumber: 'JD1' };
    await seller.call('orders.ship', parcel);
    await seller.call('orders.markDelivered', { ...named, shipmentId: parcel.shipmentId });
    await executor.work();
  }
  return { ...order, seller, named, total: part?.total ?? 0, lineId: part?.line ?? '' };
}

describe('money back, asked for in two places at once', () => {
  it('goes out as often as there is money for it, whoever asked', async () => {
    const { seller, named, total, payment } = await sold(3);
    const amount = Math.floor(total / 3);
    const replies = await Promise.all(
      timesOver(PROVE_TIMES, (index) => {
        const wish = { subOrderId: named.subOrderId, requestId: newId(), amount, reason: 'Goodwill' };
        return index % 2
          ? staff.administrator('orders.refundAny', wish)
          : seller.call('orders.refundPart', { ...wish, sellerId: named.sellerId });
      }),
    );
    expect(outcomes(replies).toSorted()).toEqual(
      timesOver(PROVE_TIMES, (index) => (index < Math.min(3, PROVE_TIMES) ? 'done' : 'refund_exceeds')),
    );
    await settled();
    const [row] = await shop.rows('select refunded from payments.payments where id = $1', [payment.id]);
    expect(row).toEqual({ refunded: amount * Math.min(3, PROVE_TIMES) });
  });

  it('and one wish said many times is granted once', async () => {
    const { seller, named, payment } = await sold(1);
    const wish = { ...named, requestId: newId(), amount: 100, reason: 'Goodwill' };
    const replies = await Promise.all(timesOver(PROVE_TIMES, () => seller.call('orders.refundPart', wish)));
    expect(outcomes(replies)).toEqual(timesOver(PROVE_TIMES, () => 'done'));
    expect(outcomes([await seller.call('orders.refundPart', wish)])).toEqual(['done']);
    await settled();
    const [row] = await shop.rows('select refunded from payments.payments where id = $1', [payment.id]);
    expect(row).toEqual({ refunded: 100 });
  });

  it('and all of it cancelled by shopper, seller and administrator: each unit and each penny once', async () => {
    const { call, order, seller, named, lineId, total, payment } = await sold(4);
    const lines = [{ orderLineId: lineId, quantity: 1 }];
    const replies = await Promise.all(
      timesOver(PROVE_TIMES, (index) => {
        const wish = { requestId: newId(), lines, reason: 'other' };
        if (index % 3 === 0)
          return call('orders.cancelItems', { orderId: order.id, accessToken: order.accessToken, ...wish });
        if (index % 3 === 1) return seller.call('orders.cancelSold', { ...named, ...wish });
        return staff.administrator('orders.cancelPart', { subOrderId: named.subOrderId, ...wish });
      }),
    );
    expect(outcomes(replies).filter((outcome) => outcome === 'done')).toHaveLength(Math.min(4, PROVE_TIMES));
    await settled();
    const [row] = await shop.rows<{ refunded: number }>('select refunded from payments.payments where id = $1', [
      payment.id,
    ]);
    if (PROVE_TIMES >= 4) expect(row?.refunded).toBe(total);
  });
});

it('payouts against refunds: no seller is paid what went back, and the books say the same of both', async () => {
  const { payouts } = shop.composition.facades.payments;
  const { sellerId, call } = at(staff.sellers, 0);
  const saved = await call('payments.savePayoutSettings', {
    sellerId,
    frequency: 'daily',
    minimum: 0,
    method: 'file',
    bank: { holder: 'Oak and Ember', iban: 'GB82WEST12345698765432' },
  });
  expect(saved.ok || saved.reason).toBe(true);
  const sales = [];
  for (let index = 0; index < 4; index += 1) sales.push(await sold(2, true));
  shop.clock.advance(8 * 86_400_000);
  await payouts.releaseHolds();
  await Promise.all([
    ...sales.map(({ named, total }) =>
      call('orders.refundPart', { ...named, requestId: newId(), amount: Math.floor(total / 2), reason: 'Goodwill' }),
    ),
    executor.work(),
    ...timesOver(PROVE_TIMES, () => payouts.planPayouts()),
  ]);
  // More comes in the same day, and more than went back: it waits for the next payout.
  await sold(20, true);
  await payouts.releaseHolds();
  expect(await payouts.planPayouts()).toBe(0);
  await settled();
  const planned = await shop.rows<{ amount: number }>('select amount from payments.payouts where seller_id = $1', [
    sellerId,
  ]);
  expect(planned).toHaveLength(1);
  const [owed] = await shop.rows<{ available: number; paid: number }>(
    `select b.available, coalesce((select sum(-e.amount)::int from payments.ledger_entries e
       where e.account = 'payouts' and e.seller_id = b.seller_id), 0) as paid
     from payments.seller_balances b where b.seller_id = $1`,
    [sellerId],
  );
  expect(owed?.paid).toBe(planned.reduce((sum, { amount }) => sum + amount, 0));
});

it('keys change while payouts are on their way: what the old key sealed still opens, what is new has the new one', async () => {
  const { identity, payments } = shop.composition.facades;
  const actor = { id: newId(), roles: ['administrator' as const], memberships: [] };
  const keys = async () => (await payments.payouts.seals.keys()).toSorted();
  const settings = { frequency: 'daily', minimum: 0, method: 'file' };
  const bank = { holder: 'Ash', iban: 'DE89370400440532013000' };
  const { fileId } = await payments.payouts.createPayoutFile(actor, 'GBP');
  const ibans = async () => {
    const file = await payments.payouts.payoutFile(actor, fileId);
    return Buffer.from(file.base64, 'base64').toString();
  };
  const before = await keys();
  expect(before).toHaveLength(1);

  const died = identity.rotateKeys({ newKey: true }, () => {
    throw new Error('killed');
  });
  await expect(died).rejects.toThrow('killed');
  expect(await ibans()).toContain('GB82WEST12345698765432');
  const other = at(staff.sellers, 1);
  const saved = await other.call('payments.savePayoutSettings', { sellerId: other.sellerId, ...settings, bank });
  expect(saved).toMatchObject({ ok: true });
  expect(await keys()).toHaveLength(2);

  await identity.rotateKeys({ newKey: true });
  const after = await keys();
  expect(after).toHaveLength(1);
  expect(after).not.toEqual(before);
  expect(await ibans()).toContain('GB82WEST12345698765432');
});

it('the bank sends a payout back, said many times at once: its amount is available again, once', async () => {
  const { sellerId } = at(staff.sellers, 0);
  const figures = `select b.available::int, p.id, p.amount from payments.seller_balances b
    join payments.payouts p on p.seller_id = b.seller_id and p.status in ('sent', 'failed')
    where b.seller_id = $1 order by p.planned_at limit 1`;
  const [before] = await shop.rows<{ id: string; available: number; amount: number }>(figures, [sellerId]);
  const wish = { payoutId: before?.id, outcome: 'failed', reason: 'Account closed' };
  const replies = await Promise.all(timesOver(PROVE_TIMES, () => staff.administrator('payments.settlePayout', wish)));
  expect(outcomes(replies).toSorted()).toEqual(
    timesOver(PROVE_TIMES, (index) => (index === 0 ? 'done' : 'payout_settled')),
  );
  const [after] = await shop.rows<{ available: number }>(figures, [sellerId]);
  expect(after?.available).toBe((before?.available ?? 0) + (before?.amount ?? 0));
  await settled();
});

describe('an order that changes while it is completed', () => {
  it('address, basket and price: what was authorised is what is ordered, or there is no order', async () => {
    const { sellerId, call: seller } = at(staff.sellers, 0);
    const [one = '', two = ''] = await shop.stockUp(sellerId, [100, 100]);
    const orders = [];
    for (let index = 0; index < PROVE_TIMES; index += 1) orders.push(await ordered([one]));
    await Promise.all(
      orders.flatMap(({ call, payment, order }, index) => [
        payByCard(call, payment, good),
        index % 2
          ? call('cart.addItem', { variantId: two, quantity: 1 }).then(() => placeFromCart(call, 'other@example.test'))
          : placeFromCart(call, 'corrected@example.test'),
        index === 0
          ? shop.rows('update catalog.prices set amount = amount * 2 where variant_id = $1', [one])
          : seller('cart.setStock', { sellerId, variantId: one, onHand: 90 }),
        shop.query('orders.order', { orderId: order.id, accessToken: order.accessToken }),
      ]),
    );
    await settled();
    const rows = await shop.rows<{ status: string; total: number; captured: number | null }>(
      `select o.status, o.total, p.amount - p.refunded as captured from orders.orders o
       join payments.payments p on p.order_id = o.id and p.status in ('captured', 'partially_refunded', 'refunded')
       where o.id = any($1::uuid[])`,
      [orders.map(({ order }) => order.id)],
    );
    for (const { status, total, captured } of rows) expect(captured).toBe(status === 'cancelled' ? 0 : total);
  });
});

it('news of the provider twice, shuffled, late and forged, around a kill of every job: each order is paid once', async () => {
  const variants = await shop.stockUp(at(staff.sellers, 0).sellerId, [100]);
  const orders = [];
  for (let index = 0; index < PROVE_TIMES; index += 1) orders.push(await ordered(variants));
  for (const { call, payment } of orders) await payByCard(call, payment, good);
  const news = await shop.pendingNews();
  const shuffled = [...news, ...news, ...news].toSorted(() => random() - 0.5);
  const answers = await Promise.all([
    ...shuffled.map((body) => shop.deliver(body)),
    ...news.map((body) => shop.deliverUnsigned(body)),
    ...news.map((body) => shop.deliver(body.replace('"succeeded"', '"cancelled"'), new Date(Date.now() - 400_000))),
  ]);
  expect(answers.filter((status) => status === 200)).toHaveLength(shuffled.length);
  expect(answers.filter((status) => status === 400)).toHaveLength(2 * news.length);
  await executor.work(20);
  // The same again, an hour later.
  shop.clock.advance(3_600_000);
  for (const body of shuffled) expect(await shop.deliver(body)).toBe(200);
  await settled();
  const [counts] = await shop.rows(
    `select count(*)::int as orders, count(distinct p.id)::int as payments,
       count(distinct t.id)::int as captures from orders.orders o join payments.payments p on p.order_id = o.id
     join payments.ledger_transactions t on t.payment_id = p.id and t.kind = 'capture'
     where o.status = 'paid' and o.id = any($1::uuid[])`,
    [orders.map(({ order }) => order.id)],
  );
  expect(counts).toEqual({ orders: PROVE_TIMES, payments: PROVE_TIMES, captures: PROVE_TIMES });
});

// The last one: what stands for a refund here is in no book.
it('a payout that is planned while money goes back waits for that, and is so much less', async () => {
  const { payouts } = shop.composition.facades.payments;
  const { sellerId } = at(staff.sellers, 0);
  await sold(20, true);
  shop.clock.advance(2 * 86_400_000);
  await payouts.releaseHolds();
  const balance = 'select available::int from payments.seller_balances where seller_id = $1';
  const [before] = await shop.rows<{ available: number }>(balance, [sellerId]);
  const change = 'update payments.seller_balances set available = available + $2 where seller_id = $1';
  const client = await shop.database.db.pool.connect();
  await client.query('begin');
  await client.query(change, [sellerId, -100]);
  const planning = payouts.planPayouts();
  const waiting = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await expect.poll(() => shop.rows(waiting)).toEqual([{ n: 1 }]);
  await client.query('commit');
  client.release();
  expect(await planning).toBe(1);
  expect(await shop.rows(balance, [sellerId])).toEqual([{ available: 0 }]);
  const [last] = await shop.rows(
    'select amount from payments.payouts where seller_id = $1 order by planned_at desc limit 1',
    [sellerId],
  );
  expect(last).toEqual({ amount: (before?.available ?? 0) - 100 });
});
