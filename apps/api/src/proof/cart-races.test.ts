import { tenPercentOff } from '@mallhive/cart/testing';
import { newId } from '@mallhive/kernel';
import { violations } from '@mallhive/testing/invariants';
import { type RedisServer, startRedis } from '@mallhive/testing/redis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Call, openProofShop, type ProofShop, payByCard, placeFromCart } from './proof-shop.ts';

vi.setConfig({ testTimeout: 60_000 });

interface Shown {
  cart: { id: string; lines: { variantId: string; quantity: number }[] };
}
const good = '4242 4242 4242 4242';

/** Over HTTP, wherever carts are kept. */
describe.each(['PostgreSQL', 'Redis'])('with carts in %s', (store) => {
  let shop: ProofShop;
  let redis: RedisServer | null = null;
  let seller: Awaited<ReturnType<ProofShop['openSeller']>>;
  beforeAll(async () => {
    if (store === 'Redis') redis = await startRedis();
    shop = await openProofShop({}, redis ? { REDIS_URL: redis.url } : {});
    seller = await shop.openSeller();
  });
  afterAll(async () => {
    await shop.close();
    await redis?.stop();
  });

  const linesOf = async (call: Call) => {
    const reply = await call<Shown>('cart.setQuantity', { variantId: newId(), quantity: 0 });
    if (!reply.ok) throw new Error(reply.reason);
    return new Map(reply.data.cart.lines.map(({ variantId, quantity }) => [variantId, quantity]));
  };

  it('fifty adds from many tabs, and changes of other lines among them: every one counts', async () => {
    const [first = '', one = '', two = '', set = ''] = await shop.stockUp(seller.sellerId, [90, 90, 90, 90]);
    const call = shop.visitor();
    await call('cart.addItem', { variantId: first, quantity: 1 });
    const replies = await Promise.all([
      ...Array.from({ length: 50 }, (_, index) =>
        call('cart.addItem', { variantId: index % 2 ? one : two, quantity: 1 }),
      ),
      ...Array.from({ length: 10 }, () => call('cart.setQuantity', { variantId: set, quantity: 4 })),
      call('cart.setQuantity', { variantId: first, quantity: 0 }),
    ]);
    expect(replies.every(({ ok }) => ok)).toBe(true);
    expect(await linesOf(call)).toEqual(
      new Map([
        [one, 25],
        [two, 25],
        [set, 4],
      ]),
    );
  });

  it('a cart changed while it is ordered and paid: what was seen is charged, or it is asked for again', async () => {
    const [one = '', two = ''] = await shop.stockUp(seller.sellerId, [500, 500]);
    const calls = Array.from({ length: 12 }, () => shop.visitor());
    await Promise.all(
      calls.map(async (call) => {
        await call('cart.addItem', { variantId: one, quantity: 1 });
        const [placed] = await Promise.all([
          placeFromCart(call, `${newId()}@example.test`),
          call('cart.addItem', { variantId: two, quantity: 1 }),
        ]);
        const [reply] = placed;
        if (reply?.ok) await payByCard(call, reply.data.payment, good);
        else expect(reply).toMatchObject({ status: 409, reason: 'checkout_changed' });
      }),
    );
    await shop.composition.facades.payments.idle();
    const wrong = await shop.rows(
      `select 1 from orders.orders o join payments.payments p on p.order_id = o.id
       where p.status = 'captured' and p.amount <> o.total`,
    );
    expect(wrong).toEqual([]);
    expect(await violations((text) => shop.rows(text), 'always', shop.clock.now())).toEqual([]);
  });

  it('the same code in the carts of twenty who order at once goes to as many as it is for', async () => {
    const [variantId = ''] = await shop.stockUp(seller.sellerId, [500]);
    const code = `LAST${newId().slice(-8).toUpperCase()}`;
    await shop.composition.facades.cart.saveShopPromotion({ id: newId() }, tenPercentOff(code, { limitTotal: 3 }));
    const calls = Array.from({ length: 20 }, () => shop.visitor());
    await Promise.all(
      calls.map(async (call) => {
        await call('cart.addItem', { variantId, quantity: 1 });
        expect(await call('cart.applyCoupon', { code })).toMatchObject({ ok: true });
      }),
    );
    const replies = await Promise.all(calls.map((call) => placeFromCart(call, `${newId()}@example.test`)));
    const used = await shop.rows('select 1 from cart.promotion_uses where code = $1 and status = $2', [code, 'held']);
    expect(used).toHaveLength(3);
    // Whoever looked after the last use was gone pays the whole price, and saw it; the others are told.
    for (const [reply] of replies) {
      if (!reply?.ok) expect(reply).toMatchObject({ status: 409, reason: 'checkout_changed' });
    }
  });
});
