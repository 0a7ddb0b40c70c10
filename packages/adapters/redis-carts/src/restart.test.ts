import { createCart } from '@mallhive/cart';
import { aVariant, fakeVariants } from '@mallhive/cart/testing';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId, newToken } from '@mallhive/kernel';
import { type RedisServer, startRedis } from '@mallhive/testing/redis';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRedisCarts } from './index.ts';

let test: TestDatabase;
const variants = fakeVariants();
const servers: RedisServer[] = [];
const opened: { disconnect(): Promise<void> }[] = [];
beforeAll(async () => {
  test = await createTestDatabase();
});
afterEach(async () => {
  for (const carts of opened.splice(0)) await carts.disconnect();
  for (const server of servers.splice(0)) await server.stop();
});
afterAll(() => test.close());

async function serve(options?: { appendOnly: boolean }): Promise<RedisServer> {
  const server = await startRedis(options);
  servers.push(server);
  return server;
}
function shopOn(url: string) {
  const states: { state: string; kept?: boolean | undefined }[] = [];
  const cart = createCart({
    db: test.db,
    variants,
    currency: 'GBP',
    carts: (needs) => {
      const onState = (state: 'lost' | 'ready', { kept }: { kept?: boolean }) => void states.push({ state, kept });
      const carts = createRedisCarts({ ...needs, url, onState });
      opened.push(carts);
      return carts;
    },
  });
  const stocked = async (onHand: number) => {
    const variant = variants.put(aVariant());
    await cart.upsertStock([{ ...variant, sellerId: variant.seller.id, onHand }]);
    return variant;
  };
  return { cart, states, stocked };
}
const guest = (cartToken: string | null = newToken()) => ({ userId: null, cartToken });
const away = { code: 'unavailable', reason: 'carts_unavailable', details: { retryAfterSeconds: 5 } };

describe('a restart', () => {
  it('loses nothing when Redis writes every change to disk, also of carts that were just being changed', async () => {
    const server = await serve({ appendOnly: true });
    const { cart, states, stocked } = shopOn(server.url);
    const { variantId } = await stocked(99);
    const [who, busy] = [guest(), guest()];
    await cart.addItem(who, { variantId, quantity: 3 });
    let begun = 0;
    const adds = Promise.allSettled(
      Array.from({ length: 40 }, async (_, index) => {
        await new Promise((resolve) => setTimeout(resolve, index * 3));
        begun += 1;
        await cart.addItem(busy, { variantId, quantity: 1 });
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
    await server.kill();
    const most = begun;
    const done = (await adds).filter(({ status }) => status === 'fulfilled').length;
    await server.restart();
    await expect
      .poll(() => cart.get(who).catch(() => null), { timeout: 10_000 })
      .toMatchObject({ cart: { itemCount: 3 } });
    // What was answered is there; of those that broke off at most what was under way.
    const { itemCount } = (await cart.get(busy)).cart;
    expect(itemCount).toBeGreaterThanOrEqual(done);
    expect(itemCount).toBeLessThanOrEqual(most);
    await expect.poll(() => states.map(({ state }) => state)).toEqual(['ready', 'lost', 'ready']);
    expect(states[0]?.kept).toBe(true);
  });

  it('without a disk behind it empties the carts, and the shop goes on', async () => {
    const server = await serve();
    const { cart, states, stocked } = shopOn(server.url);
    const { variantId } = await stocked(9);
    const who = guest();
    const { cart: before } = await cart.addItem(who, { variantId, quantity: 3 });
    expect(states).toEqual([{ state: 'ready', kept: false }]);
    await server.kill();
    await server.restart();
    await expect.poll(() => cart.get(who).catch(() => null), { timeout: 10_000 }).toMatchObject({ cart: { id: null } });
    expect(await cart.forCheckout({ cartId: before.id ?? '' })).toBeNull();
    // The scripts are gone from the server too.
    const { cart: next, cookie } = await cart.addItem(who, { variantId, quantity: 2 });
    expect(next).toMatchObject({ itemCount: 2 });
    expect(cookie).toEqual({ kind: 'set', token: who.cartToken });
  });
});

describe('while Redis is away', () => {
  it('every use of a cart says so at once, and stock and wishlists go on', async () => {
    const server = await serve();
    const { cart, stocked } = shopOn(server.url);
    const { variantId } = await stocked(9);
    const who = { userId: newId(), cartToken: null };
    const { cart: before } = await cart.addItem(who, { variantId, quantity: 1 });
    await server.kill();
    const began = performance.now();
    await expect(cart.get(who)).rejects.toMatchObject(away);
    await expect(cart.get({ ...who, cartToken: newToken() })).rejects.toMatchObject(away);
    await expect(cart.addItem(guest(null), { variantId, quantity: 1 })).rejects.toMatchObject(away);
    await expect(cart.setQuantity(who, { variantId, quantity: 0 })).rejects.toMatchObject(away);
    await expect(cart.applyCoupon(who, { code: 'TEN' })).rejects.toMatchObject(away);
    await expect(cart.removeCoupon(who, { code: 'TEN' })).rejects.toMatchObject(away);
    await expect(cart.forCheckout({ owner: who })).rejects.toMatchObject(away);
    await expect(cart.forCheckout({ cartId: before.id ?? '' })).rejects.toMatchObject(away);
    await expect(cart.forgetPerson(who.userId, `${who.userId}@example.test`)).rejects.toMatchObject(away);
    expect(performance.now() - began).toBeLessThan(3_000);
    await cart.addWish(who.userId, { variantId });
    expect((await cart.wishlist(who.userId, { limit: 5 })).items).toMatchObject([{ state: 'available' }]);
    const checkoutId = newId();
    const lines = [{ variantId, quantity: 1 }];
    const expiresAt = new Date(Date.now() + 60_000);
    expect(await cart.reserve({ checkoutId, cartId: before.id, lines, expiresAt })).toEqual({ ok: true });
    expect((await cart.commit(checkoutId)).outcome).toBe('committed');
  });

  it('the cart of a paid order is closed as soon as Redis is there again', async () => {
    const server = await serve({ appendOnly: true });
    const { cart, stocked } = shopOn(server.url);
    const { variantId } = await stocked(9);
    const who = guest();
    const { cart: ordered } = await cart.addItem(who, { variantId, quantity: 1 });
    await server.kill();
    expect(await cart.close(ordered.id ?? '')).toBe(false);
    expect(await cart.close(ordered.id ?? '')).toBe(false);
    expect(await cart.closeLeftOver()).toBe(0);
    await server.restart();
    await expect
      .poll(() => cart.get(who).catch(() => null), { timeout: 10_000 })
      .toMatchObject({ cart: { itemCount: 1 } });
    expect(await cart.closeLeftOver()).toBe(1);
    expect(await cart.closeLeftOver()).toBe(0);
    expect((await cart.get(who)).cart.id).toBeNull();
  });

  it('one that was not there at the start is found when it comes', async () => {
    const server = await serve();
    await server.kill();
    const { cart, states, stocked } = shopOn(server.url);
    const { variantId } = await stocked(9);
    const who = guest();
    const replies = await Promise.allSettled(
      Array.from({ length: 20 }, () => cart.addItem(who, { variantId, quantity: 1 })),
    );
    for (const reply of replies) expect(reply).toMatchObject({ status: 'rejected', reason: away });
    await server.restart();
    await expect.poll(() => cart.get(who).catch(() => null), { timeout: 10_000 }).toMatchObject({ cart: { id: null } });
    expect(states.map(({ state }) => state)).toEqual(['lost', 'ready']);
  });

  it('one that hangs is given a second', async () => {
    const server = await serve();
    const { cart, stocked } = shopOn(server.url);
    const { variantId } = await stocked(9);
    const who = guest();
    await cart.addItem(who, { variantId, quantity: 1 });
    server.freeze();
    const began = performance.now();
    await expect(cart.get(who)).rejects.toMatchObject(away);
    expect(performance.now() - began).toBeLessThan(2_500);
    server.thaw();
    expect((await cart.get(who)).cart.itemCount).toBe(1);
  });
});

it("a guest's cart lives as long as its cookie, a user's for good", async () => {
  const server = await serve();
  const { cart, stocked } = shopOn(server.url);
  const { variantId } = await stocked(9);
  const token = newToken();
  const userId = newId();
  const { cart: kept } = await cart.addItem(guest(token), { variantId, quantity: 1 });
  const redis = new Redis(server.url);
  try {
    const names = await redis.keys('*');
    const lives = await Promise.all(names.map((name) => redis.pttl(name)));
    expect(lives).toHaveLength(2);
    for (const life of lives) expect(life / 86_400_000).toBeGreaterThan(89.9);
    await cart.get({ userId, cartToken: token });
    for (const name of await redis.keys('*')) expect(await redis.pttl(name)).toBe(-1);
    await cart.close(kept.id ?? '');
    expect((await redis.pttl(`mallhive:{cart}:c:${kept.id}`)) / 86_400_000).toBeGreaterThan(6.9);
    // Every name has the one hash tag.
    for (const name of await redis.keys('*')) expect(name).toMatch(/^mallhive:\{cart\}:/);
  } finally {
    redis.disconnect();
  }
});
