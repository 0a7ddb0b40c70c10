import { countStatements, createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maximumWishes } from './contract-wishlist.ts';
import { wishlistItemAdded } from './events.ts';
import { type CartFacade, createCart } from './index.ts';
import { aVariant, fakeVariants } from './testing.ts';

let test: TestDatabase;
let cart: CartFacade;
const variants = fakeVariants();
let ticks = Date.parse('2026-03-01T10:00:00Z');
const later = (milliseconds: number) => {
  ticks += milliseconds;
};
const clock = {
  now: () => {
    ticks += 10;
    return new Date(ticks);
  },
};
const hour = 3_600_000;

async function stocked(onHand: number, overrides: Parameters<typeof aVariant>[0] = {}) {
  const variant = variants.put(aVariant(overrides));
  await cart.upsertStock([{ ...variant, sellerId: variant.seller.id, onHand }]);
  return variant;
}
const list = (userId: string, more: { cursor?: string | null; limit?: number } = {}) =>
  cart.wishlist(userId, { limit: 24, ...more });
const titles = async (userId: string) => (await list(userId)).items.map(({ product }) => product?.title);
const owner = (userId: string) => ({ userId, cartToken: null });
const stored = async (userId: string) =>
  (await test.db.pool.query('select * from cart.wishlist_items where user_id = $1', [userId])).rows;

beforeAll(async () => {
  test = await createTestDatabase();
  cart = createCart({ db: test.db, variants, currency: 'GBP', clock });
});
afterAll(() => test.close());

describe('adding', () => {
  it('refuses what does not exist and what is not on sale alike', async () => {
    const userId = newId();
    const draft = await stocked(3, { published: false });
    const refusals = [newId(), draft.variantId].map((variantId) => cart.addWish(userId, { variantId }));
    const reasons = (await Promise.allSettled(refusals)).map((result) => result.status === 'rejected' && result.reason);
    expect(reasons[0]).toMatchObject({ code: 'not_found', reason: 'variant_unavailable' });
    expect(reasons[1]).toEqual(reasons[0]);
    expect(await stored(userId)).toEqual([]);
  });

  it('puts a thing on the list once, however often and however many at once', async () => {
    const userId = newId();
    const { variantId, productId } = await stocked(3);
    const replies = await Promise.all(Array.from({ length: 12 }, () => cart.addWish(userId, { variantId })));
    expect(replies.filter(({ added }) => added)).toHaveLength(1);
    expect(await cart.addWish(userId, { variantId })).toEqual({ added: false });
    expect(await list(userId)).toMatchObject({ count: 1, items: [{ variantId, state: 'available' }] });
    const events = await test.db.pool.query(`select data from cart.outbox where name = $1 and data ->> 'userId' = $2`, [
      wishlistItemAdded.name,
      userId,
    ]);
    expect(events.rows.map(({ data }) => wishlistItemAdded.schema.parse(data))).toEqual([
      { userId, variantId, productId, price: { amount: 2_500, currency: 'GBP' } },
    ]);
  });

  it('holds no more than the most, also when two are added at once', async () => {
    const userId = newId();
    const [one, two] = [await stocked(1), await stocked(1)];
    await test.db.pool.query(
      `insert into cart.wishlist_items (id, user_id, variant_id, product_id, price, currency, added_at)
       select gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), 100, 'GBP', now()
       from generate_series(1, $2)`,
      [userId, maximumWishes - 1],
    );
    const replies = await Promise.allSettled([one, two].map(({ variantId }) => cart.addWish(userId, { variantId })));
    expect(replies.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(replies.find((reply) => reply.status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', reason: 'wishlist_full', details: { maximum: maximumWishes } },
    });
    expect((await list(userId)).count).toBe(maximumWishes);
    // Another's list has room.
    expect(await cart.addWish(newId(), one)).toEqual({ added: true });
  });
});

describe('the list', () => {
  it('is read in three statements however long it is, newest first, page by page', async () => {
    const userId = newId();
    const things = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((title) => stocked(2, { title })));
    for (const { variantId } of things) await cart.addWish(userId, { variantId });
    // The two of this domain; the catalog, here in memory, answers for all variants at once.
    expect(await countStatements(test, () => list(userId))).toBe(2);
    const first = await list(userId, { limit: 2, cursor: null });
    const second = await list(userId, { limit: 2, cursor: first.nextCursor ?? '' });
    const third = await list(userId, { limit: 2, cursor: second.nextCursor ?? '' });
    expect([first, second, third].map(({ items }) => items.map(({ product }) => product?.title))).toEqual([
      ['E', 'D'],
      ['C', 'B'],
      ['A'],
    ]);
    expect(third).toMatchObject({ count: 5, nextCursor: null });
    expect((await list(userId, { cursor: 'no cursor at all', limit: 1 })).items[0]?.product?.title).toBe('E');
  });

  it('says what is sold out, withdrawn or gone, and what it cost when it was added', async () => {
    const userId = newId();
    const [gone, withdrawn, soldOut, cheaper] = await Promise.all([stocked(2), stocked(2), stocked(0), stocked(4)]);
    for (const { variantId } of [gone, withdrawn, soldOut, cheaper]) await cart.addWish(userId, { variantId });
    variants.remove(gone.variantId);
    variants.put({ ...withdrawn, published: false });
    variants.put({ ...cheaper, unitPrice: { amount: 1_900, currency: 'GBP' } });
    const { items } = await list(userId);
    expect(items).toMatchObject([
      {
        state: 'available',
        availableQuantity: 4,
        priceWhenAdded: { amount: 2_500, currency: 'GBP' },
        product: { unitPrice: { amount: 1_900 } },
      },
      { state: 'sold-out', availableQuantity: 0, product: { title: 'Oak stool' } },
      { state: 'withdrawn', availableQuantity: 0, product: { title: 'Oak stool' } },
      { state: 'withdrawn', availableQuantity: 0, product: null },
    ]);
  });

  it('does not call sold out what the own checkout holds', async () => {
    const userId = newId();
    const { variantId } = await stocked(1);
    await cart.addWish(userId, { variantId });
    const { cart: own } = await cart.addItem(owner(userId), { variantId, quantity: 1 });
    const checkoutId = newId();
    await cart.reserve({
      checkoutId,
      cartId: own.id ?? '',
      expiresAt: new Date(ticks + hour),
      lines: [{ variantId, quantity: 1 }],
    });
    const other = newId();
    await cart.addWish(other, { variantId });
    expect((await list(userId)).items[0]).toMatchObject({ state: 'available', availableQuantity: 1 });
    expect((await list(other)).items[0]).toMatchObject({ state: 'sold-out' });
    await cart.release(checkoutId);
  });

  it("shows nobody another's, and lets nobody change it", async () => {
    const [ann, bob] = [newId(), newId()];
    const { variantId, productId } = await stocked(3);
    await cart.addWish(ann, { variantId });
    expect(await list(bob)).toEqual({ items: [], count: 0, nextCursor: null });
    expect(await cart.wished(bob, { productIds: [productId] })).toEqual({ variants: [] });
    expect(await cart.removeWish(bob, { variantId })).toEqual({ removed: false });
    await expect(cart.moveWishToCart(owner(bob), { variantId })).rejects.toMatchObject({ reason: 'wish_not_found' });
    expect((await cart.get(owner(bob))).cart.id).toBeNull();
    expect((await list(ann)).count).toBe(1);
  });
});

describe('hearts', () => {
  it('ask for many products in one statement', async () => {
    const userId = newId();
    const blue = await stocked(1);
    const red = await stocked(1, { productId: blue.productId });
    const other = await stocked(1);
    for (const { variantId } of [blue, red, other]) await cart.addWish(userId, { variantId });
    const productIds = [blue.productId, newId()];
    expect(await countStatements(test, () => cart.wished(userId, { productIds }))).toBe(1);
    expect(await cart.wished(userId, { productIds })).toEqual({
      variants: [blue, red].map(({ productId, variantId }) => ({ productId, variantId })),
    });
  });
});

describe('removing', () => {
  it('is undone within the hour: price and place are as they were, also of what was withdrawn since', async () => {
    const userId = newId();
    const first = await stocked(2, { title: 'first' });
    const second = await stocked(2, { title: 'second' });
    for (const { variantId } of [first, second]) await cart.addWish(userId, { variantId });
    expect(await cart.removeWish(userId, first)).toEqual({ removed: true });
    expect(await cart.removeWish(userId, first)).toEqual({ removed: false });
    expect(await titles(userId)).toEqual(['second']);
    variants.put({ ...first, unitPrice: { amount: 9_900, currency: 'GBP' }, published: false });
    expect(await cart.addWish(userId, first)).toEqual({ added: true });
    expect(await titles(userId)).toEqual(['second', 'first']);
    expect((await list(userId)).items[1]).toMatchObject({ priceWhenAdded: { amount: 2_500 }, state: 'withdrawn' });
  });

  it('is for good after the hour', async () => {
    const userId = newId();
    const [kept, withdrawn] = [await stocked(2, { title: 'kept' }), await stocked(2, { title: 'withdrawn' })];
    const other = await stocked(2, { title: 'other' });
    for (const { variantId } of [kept, withdrawn, other]) await cart.addWish(userId, { variantId });
    for (const thing of [kept, withdrawn]) await cart.removeWish(userId, thing);
    later(hour + 1_000);
    variants.put({ ...kept, unitPrice: { amount: 2_900, currency: 'GBP' } });
    variants.put({ ...withdrawn, published: false });
    await expect(cart.addWish(userId, withdrawn)).rejects.toMatchObject({ reason: 'variant_unavailable' });
    expect(await cart.addWish(userId, kept)).toEqual({ added: true });
    expect(await titles(userId)).toEqual(['kept', 'other']);
    expect((await list(userId)).items[0]).toMatchObject({ priceWhenAdded: { amount: 2_900 } });
    expect(await stored(userId)).toHaveLength(3);
    expect(await cart.tidyWishlists()).toBeGreaterThanOrEqual(1);
    expect(await stored(userId)).toHaveLength(2);
  });

  it('makes room, and undoing it is refused when the room was taken', async () => {
    const userId = newId();
    const [removed, next] = [await stocked(1), await stocked(1)];
    await cart.addWish(userId, removed);
    await test.db.pool.query(
      `insert into cart.wishlist_items (id, user_id, variant_id, product_id, price, currency, added_at)
       select gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), 100, 'GBP', now()
       from generate_series(1, $2)`,
      [userId, maximumWishes - 1],
    );
    await cart.removeWish(userId, removed);
    expect(await cart.addWish(userId, next)).toEqual({ added: true });
    await expect(cart.addWish(userId, removed)).rejects.toMatchObject({ reason: 'wishlist_full' });
  });
});

describe('into the cart', () => {
  it('leaves what is refused on the list, to be tried again', async () => {
    const userId = newId();
    const { variantId, ...variant } = await stocked(0);
    await cart.addWish(userId, { variantId });
    const move = () => cart.moveWishToCart(owner(userId), { variantId });
    await expect(move()).rejects.toMatchObject({ reason: 'stock_insufficient' });
    variants.put({ ...variant, variantId, published: false });
    await expect(move()).rejects.toMatchObject({ reason: 'variant_unavailable' });
    expect((await list(userId)).count).toBe(1);
    expect((await cart.get(owner(userId))).cart.lines).toEqual([]);
    variants.put({ ...variant, variantId });
    await cart.upsertStock([{ variantId, productId: variant.productId, sellerId: variant.seller.id, onHand: 1 }]);
    expect((await move()).cart).toMatchObject({ itemCount: 1, lines: [{ variantId, quantity: 1 }] });
    expect((await list(userId)).count).toBe(0);
    expect(await stored(userId)).toEqual([]);
    await expect(move()).rejects.toMatchObject({ code: 'not_found', reason: 'wish_not_found' });
  });

  it('puts in one when it is asked for six times at once', async () => {
    const userId = newId();
    const { variantId } = await stocked(9);
    await cart.addWish(userId, { variantId });
    const replies = await Promise.allSettled(
      Array.from({ length: 6 }, () => cart.moveWishToCart(owner(userId), { variantId })),
    );
    expect(replies.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const reply of replies) {
      if (reply.status === 'rejected') expect(['wish_moving', 'wish_not_found']).toContain(reply.reason.reason);
    }
    expect((await cart.get(owner(userId))).cart.itemCount).toBe(1);
  });

  it('goes on after a call that died half way', async () => {
    const userId = newId();
    const { variantId } = await stocked(9);
    await cart.addWish(userId, { variantId });
    await test.db.pool.query('update cart.wishlist_items set moving_since = $2 where user_id = $1', [
      userId,
      clock.now(),
    ]);
    await expect(cart.moveWishToCart(owner(userId), { variantId })).rejects.toMatchObject({ reason: 'wish_moving' });
    later(31_000);
    expect((await cart.moveWishToCart(owner(userId), { variantId })).cart.itemCount).toBe(1);
  });
});

describe('a person', () => {
  it('takes their list along, and is forgotten with it', async () => {
    const [ann, bob] = [newId(), newId()];
    const { variantId, productId } = await stocked(3);
    const removed = await stocked(3);
    for (const userId of [ann, bob]) await cart.addWish(userId, { variantId });
    await cart.addWish(ann, removed);
    await cart.removeWish(ann, removed);
    expect(await cart.wishlistOfPerson(ann)).toMatchObject([{ variantId, productId, price: 2_500, currency: 'GBP' }]);
    await cart.forgetPerson(ann, 'ann@example.test');
    expect(await cart.forgetPerson(ann, 'ann@example.test')).toBe(0);
    expect(await stored(ann)).toEqual([]);
    expect(await stored(bob)).toHaveLength(1);
  });
});
