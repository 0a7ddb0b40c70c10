import { newId } from '@mallhive/kernel';
import { violations } from '@mallhive/testing/invariants';
import { type RedisServer, startRedis } from '@mallhive/testing/redis';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type Call, openProofShop, type ProofShop, payByCard, placeFromCart } from './proof-shop.ts';

/** Carts in Redis, and Redis gone at every point of a purchase: an order is placed or it is not. */

vi.setConfig({ testTimeout: 60_000 });

let shop: ProofShop;
let redis: RedisServer;
let seller: Awaited<ReturnType<ProofShop['openSeller']>>;
let executor: ReturnType<ProofShop['executor']>;

beforeAll(async () => {
  redis = await startRedis({ appendOnly: true });
  shop = await openProofShop({}, { REDIS_URL: redis.url });
  seller = await shop.openSeller();
});
beforeEach(() => {
  executor = shop.executor(Math.random);
});
afterAll(async () => {
  await shop.close();
  await redis.stop();
});

const good = '4242 4242 4242 4242';
const away = { ok: false, status: 503, reason: 'carts_unavailable' };
const address = { name: 'Ada Example', line1: '1 Road', city: 'London', postcode: 'N1 1AA', country: 'GB' };
interface Checkout {
  checkout: { id: string; revision: string; status: string };
}

async function back(): Promise<void> {
  await redis.restart();
  await reached();
}
/** It is there, and the shop has noticed. */
async function reached(): Promise<void> {
  const somebody = { userId: null, cartToken: newId() };
  const { cart } = shop.composition.facades;
  await expect.poll(() => cart.get(somebody).catch(() => null), { timeout: 10_000 }).toBeTruthy();
}

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
const units = async (call: Call, variantId: string): Promise<number> => {
  // A change that changes nothing shows the cart.
  const reply = await call<{ cart: { lines: { variantId: string; quantity: number }[] } }>('cart.setQuantity', {
    variantId: newId(),
    quantity: 0,
  });
  if (!reply.ok) throw new Error(reply.reason);
  return reply.data.cart.lines.find((line) => line.variantId === variantId)?.quantity ?? 0;
};

it('while it is away carts say so and when to come again, and the rest of the shop goes on', async () => {
  const [variantId = ''] = await shop.stockUp(seller.sellerId, [9]);
  const call = await shopperWith([variantId]);
  await redis.kill();
  const shown = await shop.query('cart.get', {}, { cookie: 'mh_cart=a-token-of-twenty-letters-or-more' });
  expect([shown.status, shown.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await shown.json()).toMatchObject({ error: { data: { reason: 'carts_unavailable' } } });
  const changed = await shop.mutate('cart.addItem', { variantId, quantity: 1 });
  expect([changed.status, changed.headers.get('retry-after')]).toEqual([503, '5']);
  expect(changed.headers.getSetCookie()).toEqual([]);
  expect(await call('orders.startCheckout', { country: 'GB' })).toEqual(away);
  // Somebody without a cart has none, wherever carts are kept.
  expect((await shop.query('cart.get', {})).status).toBe(200);
  expect((await shop.query('catalog.products', {})).status).toBe(200);
  expect((await shop.query('catalog.home', {})).status).toBe(200);
  await back();
  expect(await units(call, variantId)).toBe(1);
});

it('lost before the order is placed: nothing is ordered or held, and the same checkout goes on after it', async () => {
  const [variantId = ''] = await shop.stockUp(seller.sellerId, [9]);
  const call = await shopperWith([variantId], 2);
  const started = await call<Checkout>('orders.startCheckout', { country: 'GB' });
  if (!started.ok) throw new Error(started.reason);
  const { id: checkoutId, revision } = started.data.checkout;
  const input = { checkoutId, revision, email: 'lost@example.test', shippingAddress: address };
  await redis.kill();
  expect(await call('orders.place', input)).toEqual(away);
  expect(await call('orders.updateCheckout', { checkoutId, country: 'GB' })).toEqual(away);
  expect(await shop.rows('select 1 from cart.reservations where checkout_id = $1', [checkoutId])).toEqual([]);
  expect(await shop.rows('select 1 from orders.orders where checkout_id = $1', [checkoutId])).toEqual([]);
  await back();
  expect(await call('orders.place', input)).toMatchObject({ ok: true });
  await settled();
});

it('lost after the order is placed: it is shown, placed again and paid, and its cart is closed later', async () => {
  const [variantId = ''] = await shop.stockUp(seller.sellerId, [9]);
  const call = await shopperWith([variantId], 2);
  const started = await call<Checkout>('orders.startCheckout', { country: 'GB' });
  if (!started.ok) throw new Error(started.reason);
  const { id: checkoutId, revision } = started.data.checkout;
  const input = { checkoutId, revision, email: 'later@example.test', shippingAddress: address };
  const placed = await call<{ order: { id: string }; payment: { id: string; clientSecret: string } }>(
    'orders.place',
    input,
  );
  if (!placed.ok) throw new Error(placed.reason);
  await redis.kill();
  expect(await call('orders.place', input)).toMatchObject({ data: { order: { id: placed.data.order.id } } });
  expect(await payByCard(call, placed.data.payment, good)).toMatchObject({ data: { status: 'captured' } });
  const state = 'select status from orders.orders where id = $1';
  expect(await shop.rows(state, [placed.data.order.id])).toEqual([{ status: 'paid' }]);
  expect(await shop.composition.facades.cart.closeLeftOver()).toBe(0);
  await executor.work();
  await executor.tick('sweep-orders');
  await back();
  expect(await units(call, variantId)).toBe(2);
  await executor.tick('sweep-orders');
  expect(await units(call, variantId)).toBe(0);
  expect(await shop.rows('select 1 from cart.closings')).toEqual([]);
  await settled();
});

it('a cart of a paid order that is not closed yet cannot be ordered once more', async () => {
  const [variantId = ''] = await shop.stockUp(seller.sellerId, [9]);
  const call = await shopperWith([variantId]);
  const [placed] = await placeFromCart(call, 'twice@example.test');
  if (!placed?.ok) throw new Error(placed?.reason);
  await redis.kill();
  expect(await payByCard(call, placed.data.payment, good)).toMatchObject({ data: { status: 'captured' } });
  await back();
  expect(await units(call, variantId)).toBe(1);
  expect(await call('orders.startCheckout', { country: 'GB' })).toEqual({
    ok: false,
    status: 422,
    reason: 'cart_empty',
  });
  expect(await units(call, variantId)).toBe(0);
  await settled();
});

it('killed and started again while twenty shoppers order and pay: whole orders or none, and no money without an order', async () => {
  const variantIds = await shop.stockUp(seller.sellerId, [500, 500]);
  const calls = await Promise.all(Array.from({ length: 20 }, () => shopperWith(variantIds, 2)));
  let done = false;
  const kills = (async () => {
    while (!done) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await redis.kill();
      await redis.restart();
    }
  })();
  const bought = await Promise.all(
    calls.map(async (call) => {
      for (let tries = 0; tries < 60; tries += 1) {
        const [placed] = await placeFromCart(call, `${newId()}@example.test`);
        if (placed?.ok) {
          const paid = await payByCard(call, placed.data.payment, good);
          if (paid.ok) return placed.data.order.id;
        } else expect(placed).toEqual(away);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('Redis was never there');
    }),
  );
  done = true;
  await kills;
  await reached();
  await settled();
  expect(new Set(bought).size).toBe(20);
  const orders = await shop.rows<{ status: string; items: number; paid: string }>(
    `select o.status, o.item_count as items, (select p.status from payments.payments p where p.order_id = o.id) as paid
     from orders.orders o where o.id = any($1::uuid[])`,
    [bought],
  );
  expect(orders).toHaveLength(20);
  for (const order of orders) expect(order).toEqual({ status: 'paid', items: 4, paid: 'captured' });
  for (const call of calls) expect(await units(call, variantIds[0] ?? '')).toBe(0);
});

it('emptied in the middle: the order stands, and a checkout of what is gone says that the cart is empty', async () => {
  const bare = await startRedis();
  const other = await openProofShop({}, { REDIS_URL: bare.url });
  try {
    const own = await other.openSeller();
    const [thing = ''] = await other.stockUp(own.sellerId, [9]);
    const [waiting, ordered] = [other.visitor(), other.visitor()];
    for (const call of [waiting, ordered]) await call('cart.addItem', { variantId: thing, quantity: 1 });
    const started = await waiting<Checkout>('orders.startCheckout', { country: 'GB' });
    const [placed] = await placeFromCart(ordered, 'stands@example.test');
    if (!started.ok || !placed?.ok) throw new Error('not placed');
    await bare.kill();
    await bare.restart();
    const { id: checkoutId, revision } = started.data.checkout;
    const input = { checkoutId, revision, email: 'gone@example.test', shippingAddress: address };
    await expect
      .poll(() => waiting('orders.place', input), { timeout: 10_000 })
      .toEqual({ ok: false, status: 422, reason: 'cart_empty' });
    expect(await payByCard(ordered, placed.data.payment, good)).toMatchObject({ data: { status: 'captured' } });
    expect(await waiting('cart.addItem', { variantId: thing, quantity: 2 })).toMatchObject({ ok: true });
    expect(await placeFromCart(waiting, 'again@example.test')).toMatchObject([{ ok: true }]);
  } finally {
    await other.close();
    await bare.stop();
  }
});
