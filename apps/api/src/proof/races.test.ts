import { newId } from '@mallhive/kernel';
import { violations } from '@mallhive/testing/invariants';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { randomOf } from './game.ts';
import { type Call, openProofShop, type ProofShop, payByCard, placeFromCart } from './proof-shop.ts';

/** `npm run prove -- races` with more shoppers. */
const { PROVE_SHOPPERS, PROVE_SEED } = z
  .object({
    PROVE_SHOPPERS: z.coerce.number().int().min(20).default(100),
    PROVE_SEED: z.coerce
      .number()
      .int()
      .default(() => Date.now() % 2_147_483_647),
  })
  .parse(process.env);

// Hundreds of shoppers on a small machine take their time.
vi.setConfig({ testTimeout: 120_000 });

let shop: ProofShop;
let seller: Awaited<ReturnType<ProofShop['openSeller']>>;
const random = randomOf(PROVE_SEED);
let executor: ReturnType<ProofShop['executor']>;

beforeAll(async () => {
  shop = await openProofShop();
  seller = await shop.openSeller();
});
beforeEach(() => {
  executor = shop.executor(random);
});
afterAll(() => shop.close());

const good = '4242 4242 4242 4242';
const reasonsOf = (replies: readonly ({ ok: true } | { ok: false; reason: string })[]) => {
  const counts: Record<string, number> = {};
  for (const reply of replies) {
    const key = reply.ok ? 'ok' : reply.reason;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};

async function settled(): Promise<void> {
  for (const minutes of [1, 35, 20]) {
    for (const body of await shop.pendingNews()) await shop.deliver(body);
    await shop.composition.facades.payments.idle();
    await executor.work();
    await executor.tick('sweep-orders');
    shop.clock.advance(minutes * 60_000);
  }
  const query = <Row>(text: string) => shop.rows<Row>(text);
  expect(await violations(query, 'settled', shop.clock.now())).toEqual([]);
}

async function shopperWith(variantIds: readonly string[], quantity = 1): Promise<Call> {
  const call = shop.visitor();
  for (const variantId of variantIds) {
    expect(await call('cart.addItem', { variantId, quantity })).toMatchObject({ ok: true });
  }
  return call;
}
const placeOne = async (call: Call) => {
  const [reply] = await placeFromCart(call, `${newId()}@example.test`);
  if (!reply) throw new Error('No answer');
  return reply;
};
async function placedOrder(variantIds: readonly string[], quantity = 1) {
  const call = await shopperWith(variantIds, quantity);
  const reply = await placeOne(call);
  if (!reply.ok) throw new Error(reply.reason);
  return { call, ...reply.data };
}

it(`${PROVE_SHOPPERS} shoppers at once for the last seven units: seven orders, and words for the others`, async () => {
  const variantIds = await shop.stockUp(seller.sellerId, [7]);
  const calls = await Promise.all(Array.from({ length: PROVE_SHOPPERS }, () => shopperWith(variantIds)));
  const replies = await Promise.all(calls.map(placeOne));
  expect(reasonsOf(replies)).toEqual({ ok: 7, stock_insufficient: PROVE_SHOPPERS - 7 });
  const paid = await Promise.all(
    replies.flatMap((reply, index) => (reply.ok ? [payByCard(calls[index] as Call, reply.data.payment, good)] : [])),
  );
  expect(paid.map((reply) => reply.ok && reply.data.status)).toEqual(Array.from({ length: 7 }, () => 'captured'));
  await settled();
  const levels = await shop.rows('select on_hand, reserved from cart.stock_levels where variant_id = $1', variantIds);
  expect(levels).toEqual([{ on_hand: 0, reserved: 0 }]);
});

it('the same checkout submitted and paid thirty times at once is one order and one charge', async () => {
  const call = await shopperWith(await shop.stockUp(seller.sellerId, [50]), 2);
  const replies = await placeFromCart(call, 'often@example.test', 30);
  expect(reasonsOf(replies)).toEqual({ ok: 30 });
  const payments = new Map(replies.flatMap((reply) => (reply.ok ? [[reply.data.payment.id, reply.data.payment]] : [])));
  expect(payments.size).toBe(1);
  const [payment] = payments.values();
  if (!payment) throw new Error('No payment');
  const paid = await Promise.all(Array.from({ length: 30 }, () => payByCard(call, payment, good)));
  expect(new Set(paid.map((reply) => reply.ok && reply.data.status))).toEqual(new Set(['captured']));
  await settled();
});

it(`${PROVE_SHOPPERS} carts with the same two products in opposite order: no deadlock reaches anybody`, async () => {
  const [one = '', two = ''] = await shop.stockUp(seller.sellerId, [5_000, 5_000]);
  const calls = await Promise.all(
    Array.from({ length: PROVE_SHOPPERS }, (_, index) => shopperWith(index % 2 ? [one, two] : [two, one])),
  );
  expect(reasonsOf(await Promise.all(calls.map(placeOne)))).toEqual({ ok: PROVE_SHOPPERS });
  await settled();
});

it('the money against our giving the order up: paid, or cancelled without money, and never both', async () => {
  const variantIds = await shop.stockUp(seller.sellerId, [500]);
  const { orders } = shop.composition.facades;
  const placed = [];
  for (let index = 0; index < 16; index += 1) placed.push(await placedOrder(variantIds));
  await Promise.all(
    placed.flatMap(({ call, payment, order }) => [
      payByCard(call, payment, good),
      orders.cancel({ orderId: order.id, reason: 'expired' }),
    ]),
  );
  await settled();
  const rows = await shop.rows<{ status: string; money: string; refunded: number; amount: number }>(
    `select o.status, p.status as money, p.refunded, p.amount from orders.orders o join payments.payments p on p.order_id = o.id
     where o.id = any($1::uuid[])`,
    [placed.map(({ order }) => order.id)],
  );
  for (const row of rows) {
    if (row.status === 'paid') expect(row).toMatchObject({ money: 'captured', refunded: 0 });
    else expect([row.status, row.money === 'cancelled' || row.refunded === row.amount]).toEqual(['cancelled', true]);
  }
});

it('the basket edited while its order is paid: exactly what was placed is charged, or nothing', async () => {
  const [one = '', two = ''] = await shop.stockUp(seller.sellerId, [500, 500]);
  const placed = [];
  for (let index = 0; index < 12; index += 1) placed.push(await placedOrder([one]));
  await Promise.all(
    placed.flatMap(({ call, payment }) => [
      payByCard(call, payment, good),
      call('cart.addItem', { variantId: two, quantity: 1 }).then(() => placeOne(call)),
    ]),
  );
  await settled();
  const sold = await shop.rows<{ items: number }>(
    `select item_count as items from orders.orders where id = any($1::uuid[]) and status <> 'cancelled'`,
    [placed.map(({ order }) => order.id)],
  );
  expect(new Set(sold.map(({ items }) => items)).size).toBeLessThanOrEqual(1);
});

it('a refund asked for from eight places at once goes out as often as there is money for it', async () => {
  const { payments } = shop.composition.facades;
  const { call, payment } = await placedOrder(await shop.stockUp(seller.sellerId, [9]), 3);
  await payByCard(call, payment, good);
  await settled();
  const amount = Math.floor(payment.amount.amount / 3);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, () => payments.refund({ paymentId: payment.id, key: newId(), reason: 'race', amount })),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  await settled();
});

it('the same refund asked for eight times at once goes out once, and everybody hears the same', async () => {
  const { payments } = shop.composition.facades;
  const { call, payment } = await placedOrder(await shop.stockUp(seller.sellerId, [9]), 2);
  await payByCard(call, payment, good);
  await settled();
  const wish = { paymentId: payment.id, key: newId(), reason: 'race', amount: 100 };
  const answers = await Promise.all(Array.from({ length: 8 }, () => payments.refund(wish)));
  expect(new Set(answers.map(({ refundId }) => refundId)).size).toBe(1);
  await settled();
  const [row] = await shop.rows('select refunded from payments.payments where id = $1', [payment.id]);
  expect(row).toEqual({ refunded: 100 });
});
