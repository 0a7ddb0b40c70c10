import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId, newToken } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stockReturned, wishesCheaper } from '../events.ts';
import { type CartFacade, createCart } from '../index.ts';
import { aVariant, fakeVariants } from '../testing.ts';
import { priceStep } from './price-step.ts';

let base: TestDatabase;
let cart: CartFacade;
const clock = fixedClock('2026-03-01T10:00:00Z');
const variants = fakeVariants();
beforeAll(async () => {
  base = await createTestDatabase();
  cart = createCart({ db: base.db, variants, currency: 'GBP', clock });
});
afterAll(() => base.close());
beforeEach(() => base.db.pool.query('delete from cart.outbox'));

async function stocked(onHand: number, overrides: Parameters<typeof aVariant>[0] = {}) {
  const variant = variants.put(aVariant(overrides));
  const sellerId = variant.seller.id;
  await cart.upsertStock([{ ...variant, sellerId, onHand }]);
  const actor = { id: newId(), memberships: [{ sellerId, role: 'owner' as const }] };
  return {
    ...variant,
    count: (units: number) => cart.setStock(actor, { sellerId, variantId: variant.variantId, onHand: units }),
  };
}
async function reserve(variantId: string, quantity: number) {
  const checkoutId = newId();
  const expiresAt = new Date(clock.now().getTime() + 600_000);
  await cart.reserve({ checkoutId, cartId: null, lines: [{ variantId, quantity }], expiresAt });
  return checkoutId;
}
async function told<Data>(name: string): Promise<Data[]> {
  const { rows } = await base.db.pool.query('select data from cart.outbox where name = $1 order by id', [name]);
  return rows.map(({ data }) => data);
}
const returned = async () =>
  (await told<{ waits: { userId: string; variantId: string }[] }>(stockReturned.name)).flatMap(({ waits }) => waits);
async function look() {
  clock.advance(60_000);
  return cart.watchWaits();
}

describe('back in stock', () => {
  it('refuses what is unknown, not on sale, or there', async () => {
    const userId = newId();
    const [there, draft] = [await stocked(1), await stocked(0, { published: false })];
    await expect(cart.waitForStock(userId, { variantId: newId() })).rejects.toMatchObject({ code: 'not_found' });
    await expect(cart.waitForStock(userId, { variantId: draft.variantId })).rejects.toMatchObject({
      reason: 'variant_unavailable',
    });
    await expect(cart.waitForStock(userId, { variantId: there.variantId })).rejects.toMatchObject({
      reason: 'in_stock',
    });
    expect(await cart.waitsOfPerson(userId)).toEqual([]);
  });

  it('each who waits is told once, when there is something to buy and not before', async () => {
    const [ada, bob, eve] = [newId(), newId(), newId()];
    const { variantId, count } = await stocked(0);
    await Promise.all([ada, ada, bob, eve].map((userId) => cart.waitForStock(userId, { variantId, currency: 'EUR' })));
    await cart.stopWaiting(eve, { variantId });
    expect(await cart.waits(ada, { variantIds: [variantId] })).toEqual({ variantIds: [variantId] });
    expect(await cart.waits(eve, { variantIds: [variantId] })).toEqual({ variantIds: [] });
    expect(await look()).toBe(0);
    await count(2);
    const looks = await Promise.all([look(), look(), look()]);
    expect(looks.reduce((sum, one) => sum + one)).toBe(2);
    expect((await returned()).map(({ userId }) => userId).sort()).toEqual([ada, bob].sort());
    expect((await returned())[0]).toMatchObject({ variantId, currency: 'EUR' });
    expect(await cart.waitsOfPerson(ada)).toEqual([]);
    await count(0);
    await count(5);
    expect(await look()).toBe(0);
  });

  it('units that a checkout holds are not back until it lets go', async () => {
    const { variantId } = await stocked(1);
    const checkoutId = await reserve(variantId, 1);
    const userId = newId();
    await cart.waitForStock(userId, { variantId });
    expect(await look()).toBe(0);
    await cart.release(checkoutId);
    expect(await look()).toBe(1);
    expect(await returned()).toMatchObject([{ userId, variantId }]);
  });

  it('what sold out on a wishlist is waited for, and what was sold out when it came there; not what is off it', async () => {
    const [ada, bob, eve] = [newId(), newId(), newId()];
    const { variantId, count } = await stocked(1);
    for (const userId of [ada, eve]) await cart.addWish(userId, { variantId });
    await cart.commit(await reserve(variantId, 1));
    expect(await look()).toBe(0);
    await cart.addWish(bob, { variantId });
    await cart.removeWish(eve, { variantId });
    await look();
    await count(3);
    expect(await look()).toBe(2);
    expect((await returned()).map(({ userId }) => userId).sort()).toEqual([ada, bob].sort());
    await count(4);
    expect(await look()).toBe(0);
  });

  it('nobody is told who was forgotten', async () => {
    const { variantId, count } = await stocked(0);
    const userId = newId();
    await cart.waitForStock(userId, { variantId });
    await cart.forgetPerson(userId, 'gone@example.test');
    await count(1);
    expect(await look()).toBe(0);
  });
});

describe('cheaper', () => {
  it.each([
    ['nothing changed', 1000, { price: 1000, seenPrice: null }, null],
    ['too little', 951, { price: 1000, seenPrice: null }, null],
    ['enough', 950, { price: 1000, seenPrice: null }, { seen: 950, dropFrom: 1000 }],
    ['again, from what was told', 900, { price: 1000, seenPrice: 950 }, { seen: 900, dropFrom: 950 }],
    ['told already', 950, { price: 1000, seenPrice: 950 }, null],
    ['dearer', 1200, { price: 1000, seenPrice: 950 }, { seen: 1200, dropFrom: null }],
    ['a rise taken back', 1000, { price: 1000, seenPrice: 1200 }, null],
    ['a sale after a rise', 800, { price: 1000, seenPrice: 1200 }, { seen: 800, dropFrom: 1000 }],
  ])('%s', (_name, now, wish, expected) => {
    expect(priceStep(now, wish)).toEqual(expected);
  });

  it('each on whose list it is hears of a drop once, in the currency of their list', async () => {
    const [ada, bob, eve] = [newId(), newId(), newId()];
    const variant = await stocked(3, { unitPrice: { amount: 2_000, currency: 'GBP' } });
    const { variantId, productId } = variant;
    variants.price(variantId, 2_400, 'EUR');
    await cart.addWish(ada, { variantId });
    await cart.addWish(bob, { variantId, currency: 'EUR' });
    await cart.addWish(eve, { variantId });
    await cart.removeWish(eve, { variantId });
    expect(await cart.watchPrices([productId])).toBe(0);
    variants.put({ ...variant, unitPrice: { amount: 1_500, currency: 'GBP' } });
    const looks = await Promise.all([1, 2, 3].map(() => cart.watchPrices([productId, newId()])));
    expect(looks.reduce((sum, one) => sum + one)).toBe(1);
    const drops = (await told<{ drops: unknown[] }>(wishesCheaper.name)).flatMap((event) => event.drops);
    expect(drops).toMatchObject([{ userId: ada, variantId, currency: 'GBP', from: 2_000, to: 1_500 }]);
    variants.price(variantId, 1_900, 'EUR');
    expect(await cart.watchPrices([productId])).toBe(1);
  });

  it('a product that is not on sale is no bargain', async () => {
    const variant = await stocked(3);
    await cart.addWish(newId(), { variantId: variant.variantId });
    variants.put({ ...variant, published: false, unitPrice: { amount: 100, currency: 'GBP' } });
    expect(await cart.watchPrices([variant.productId])).toBe(0);
  });
});

describe('a cart that was left', () => {
  const guest = () => ({ userId: null, cartToken: newToken() });
  async function left() {
    const [mug, bowl] = [await stocked(5), await stocked(5)];
    const userId = newId();
    const owner = { userId, cartToken: null };
    await cart.addItem(owner, { variantId: mug.variantId, quantity: 2 });
    const { cart: kept } = await cart.addItem(owner, { variantId: bowl.variantId, quantity: 1 });
    return { mug, bowl, owner, cartId: kept.id ?? '' };
  }

  it('is there again on another device, with what can be bought, however often the link is followed', async () => {
    const { mug, bowl, cartId } = await left();
    await bowl.count(0);
    const visitor = guest();
    await cart.addItem(visitor, { variantId: mug.variantId, quantity: 1 });
    const token = cart.restoreToken(cartId);
    expect(await cart.restore(visitor, { token })).toMatchObject({ restored: 0, cart: { lines: [{ quantity: 1 }] } });
    const other = await cart.restore({ userId: null, cartToken: null }, { token });
    expect(other).toMatchObject({ restored: 1, cookie: { kind: 'set' }, cart: { lines: [{ quantity: 2 }] } });
    const cartToken = other.cookie?.kind === 'set' ? other.cookie.token : '';
    const again = await cart.restore({ userId: null, cartToken }, { token });
    expect(again.cart.lines).toMatchObject([{ variantId: mug.variantId, quantity: 2 }]);
  });

  it('its owner just sees it', async () => {
    const { owner, cartId } = await left();
    expect(await cart.restore(owner, { token: cart.restoreToken(cartId) })).toMatchObject({
      restored: 2,
      cart: { id: cartId, itemCount: 3 },
    });
  });

  it('a link that is made up, cut, of another cart, over or of an order does not work', async () => {
    const { cartId } = await left();
    const token = cart.restoreToken(cartId);
    const [id = '', until = '', proof = ''] = token.split('.');
    const bad = ['x', `${newId()}.${until}.${proof}`, `${id}.${until}a.${proof}`, `${id}.${until}`, `${token}.x`];
    for (const wrong of bad) {
      await expect(cart.restore(guest(), { token: wrong })).rejects.toMatchObject({ reason: 'restore_link_invalid' });
    }
    await cart.close(cartId);
    await expect(cart.restore(guest(), { token })).rejects.toMatchObject({ reason: 'restore_link_invalid' });
    const { cartId: old } = await left();
    const over = cart.restoreToken(old);
    clock.advance(15 * 86_400_000);
    await expect(cart.restore(guest(), { token: over })).rejects.toMatchObject({ reason: 'restore_link_invalid' });
  });
});
