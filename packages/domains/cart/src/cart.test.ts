import { countStatements, createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId, newToken } from '@mallhive/kernel';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CartFacade, createCart } from './index.ts';
import { aVariant, fakeVariants } from './testing.ts';

let test: TestDatabase;
let cart: CartFacade;
const variants = fakeVariants();
/** Every look is a moment later, so that lines have an order. */
let ticks = Date.parse('2026-03-01T10:00:00Z');
const clock = {
  now: () => {
    ticks += 10;
    return new Date(ticks);
  },
};

async function stocked(onHand: number, overrides: Parameters<typeof aVariant>[0] = {}) {
  const variant = variants.put(aVariant(overrides));
  await cart.upsertStock([{ ...variant, sellerId: variant.seller.id, onHand }]);
  return variant;
}
const guest = (cartToken: string | null = newToken()) => ({ userId: null, cartToken });

beforeAll(async () => {
  test = await createTestDatabase();
  cart = createCart({ db: test.db, variants, currency: 'GBP', clock });
});
afterAll(() => test.close());

describe('currencies', () => {
  it('shows the cart in whatever currency is asked for, without calling that a change of price', async () => {
    const variant = await stocked(5);
    variants.price(variant.variantId, 4_800, 'JPY');
    variants.price(variant.variantId, 2_999, 'EUR');
    const owner = guest();
    const { cart: euros } = await cart.addItem(owner, { variantId: variant.variantId, quantity: 2, currency: 'EUR' });
    expect(euros).toMatchObject({ subtotal: { amount: 5_998, currency: 'EUR' }, notices: [] });
    const { cart: yen } = await cart.get(owner, { currency: 'JPY' });
    expect(yen.lines[0]).toMatchObject({ unitPrice: { amount: 4_800, currency: 'JPY' } });
    expect(yen).toMatchObject({ subtotal: { amount: 9_600, currency: 'JPY' }, notices: [] });
    // Looked at without a wish: as it was changed last.
    expect((await cart.get(owner)).cart.subtotal.currency).toBe('EUR');
    variants.price(variant.variantId, 3_499, 'EUR');
    expect((await cart.get(owner, { currency: 'EUR' })).cart.notices).toMatchObject([
      { kind: 'price-changed', from: { amount: 2_999, currency: 'EUR' }, to: { amount: 3_499, currency: 'EUR' } },
    ]);
    expect((await cart.get(owner, { currency: 'JPY' })).cart.notices).toEqual([]);
  });

  it('moves to the currency of the last change, and a guest cart keeps it at sign-in', async () => {
    const variant = await stocked(9);
    variants.price(variant.variantId, 4_800, 'JPY');
    const owner = guest();
    await cart.addItem(owner, { variantId: variant.variantId, quantity: 1 });
    await cart.setQuantity(owner, { variantId: variant.variantId, quantity: 3, currency: 'JPY' });
    const signedIn = { userId: newId(), cartToken: owner.cartToken };
    const { cart: own } = await cart.get(signedIn);
    expect(own).toMatchObject({ subtotal: { amount: 14_400, currency: 'JPY' }, notices: [] });
    const checkout = await cart.forCheckout({ owner: signedIn });
    expect(checkout).toMatchObject({ currency: 'JPY', lines: [{ unitPrice: { amount: 4_800, currency: 'JPY' } }] });
    expect(await cart.forCheckout({ owner: signedIn }, { currency: 'GBP' })).toMatchObject({ currency: 'GBP' });
  });
});

describe('adding', () => {
  it('shows every line, also those that another process wrote in between', async () => {
    const elsewhere = createCart({ db: test.db, variants, currency: 'GBP', clock });
    const owner = guest();
    const things = [await stocked(5), await stocked(5), await stocked(5), await stocked(5)];
    const add = (facade: CartFacade, index: number) =>
      facade.addItem(owner, { variantId: things[index]?.variantId ?? '', quantity: 1 });
    await add(cart, 0);
    await add(elsewhere, 1);
    await elsewhere.setQuantity(owner, { variantId: things[0]?.variantId ?? '', quantity: 0 });
    const { cart: seen } = await add(cart, 2);
    expect(seen.lines.map(({ title, quantity }) => ({ title, quantity }))).toEqual([
      { title: things[1]?.title, quantity: 1 },
      { title: things[2]?.title, quantity: 1 },
    ]);
    const asked = vi.spyOn(variants, 'variantsForCart');
    await add(cart, 3);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('refuses what is not on sale, and makes no cart for it', async () => {
    const owner = guest();
    await expect(cart.addItem(owner, { variantId: newId(), quantity: 1 })).rejects.toMatchObject({
      reason: 'variant_unavailable',
    });
    expect((await cart.get(owner)).cart.id).toBeNull();
  });

  it('refuses what is sold out and says how many there are', async () => {
    const variant = await stocked(0);
    await expect(cart.addItem(guest(), { variantId: variant.variantId, quantity: 1 })).rejects.toMatchObject({
      code: 'unprocessable',
      reason: 'stock_insufficient',
      details: { available: 0 },
    });
  });

  it('gives a new visitor a cookie whose token is stored only as a hash', async () => {
    const variant = await stocked(5);
    const reply = await cart.addItem(guest(null), { variantId: variant.variantId, quantity: 2 });
    if (reply.cookie?.kind !== 'set') throw new Error('no cookie');
    expect(reply.cart).toMatchObject({ itemCount: 2, subtotal: { amount: 5_000, currency: 'GBP' }, purchasable: true });
    expect((await cart.get(guest(reply.cookie.token))).cart.lines).toHaveLength(1);
    const stored = await test.db.pool.query('select token_hash from cart.carts where id = $1', [reply.cart.id]);
    expect(stored.rows[0].token_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(stored.rows[0].token_hash).not.toContain(reply.cookie.token);
  });

  it('adds as many as there are, tells so, and refuses when none is left to add', async () => {
    const variant = await stocked(3);
    const owner = guest();
    const { cart: limited } = await cart.addItem(owner, { variantId: variant.variantId, quantity: 10 });
    expect(limited.lines[0]?.quantity).toBe(3);
    expect(limited.notices).toEqual([
      { kind: 'quantity-limited', variantId: variant.variantId, title: 'Oak stool', available: 3 },
    ]);
    await expect(cart.addItem(owner, { variantId: variant.variantId, quantity: 1 })).rejects.toMatchObject({
      reason: 'stock_insufficient',
      details: { available: 3 },
    });
  });

  it('loses nothing when twelve tabs add at once', async () => {
    const [one, two] = [await stocked(50), await stocked(50)];
    const owner = guest();
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        cart.addItem(owner, { variantId: (index % 2 ? one : two).variantId, quantity: 1 }),
      ),
    );
    const { cart: shown } = await cart.get(owner);
    expect(shown.lines.map((line) => line.quantity)).toEqual([6, 6]);
  });
});

describe('changing', () => {
  it('sets absolutely, removes at 0 and brings back', async () => {
    const variant = await stocked(9);
    const owner = guest();
    await cart.addItem(owner, { variantId: variant.variantId, quantity: 2 });
    await cart.setQuantity(owner, { variantId: variant.variantId, quantity: 5 });
    expect((await cart.setQuantity(owner, { variantId: variant.variantId, quantity: 5 })).cart.itemCount).toBe(5);
    expect((await cart.setQuantity(owner, { variantId: variant.variantId, quantity: 0 })).cart.lines).toEqual([]);
    expect((await cart.setQuantity(owner, { variantId: variant.variantId, quantity: 5 })).cart.itemCount).toBe(5);
  });
});

describe('rechecks', () => {
  it('tells of a new price, a sold-out line, a shrunk stock and a withdrawn product', async () => {
    const owner = guest();
    const price = await stocked(9);
    const soldOut = await stocked(4);
    const shrunk = await stocked(8);
    const withdrawn = await stocked(8);
    for (const { variantId } of [price, soldOut, shrunk, withdrawn])
      await cart.addItem(owner, { variantId, quantity: 4 });
    variants.put({ ...price, unitPrice: { amount: 2_700, currency: 'GBP' } });
    variants.put({ ...withdrawn, published: false });
    await cart.setStock(
      { id: newId(), memberships: [{ sellerId: soldOut.seller.id, role: 'owner' as const }] },
      { sellerId: soldOut.seller.id, variantId: soldOut.variantId, onHand: 0 },
    );
    await cart.upsertStock([{ ...shrunk, sellerId: shrunk.seller.id, onHand: 3 }]);
    const { cart: shown } = await cart.get(owner);
    expect(shown.notices.map(({ kind, variantId }) => [kind, variantId])).toEqual([
      ['price-changed', price.variantId],
      ['sold-out', soldOut.variantId],
      ['quantity-limited', shrunk.variantId],
      ['withdrawn', withdrawn.variantId],
    ]);
    expect(shown.notices[0]).toMatchObject({ from: { amount: 2_500 }, to: { amount: 2_700 } });
    expect(shown.purchasable).toBe(false);
  });

  it('reads a cart in two statements and adds in two', async () => {
    const owner = guest();
    const variant = await stocked(9);
    expect(await countStatements(test, () => cart.addItem(owner, { variantId: variant.variantId, quantity: 1 }))).toBe(
      1,
    );
    expect(await countStatements(test, () => cart.get(owner))).toBe(1);
  });
});

describe('signing in', () => {
  it('adopts the guest cart when there is no own one, and takes the cookie away', async () => {
    const variant = await stocked(9);
    const token = newToken();
    const userId = newId();
    await cart.addItem(guest(token), { variantId: variant.variantId, quantity: 2 });
    const reply = await cart.get({ userId, cartToken: token });
    expect(reply.cookie).toEqual({ kind: 'clear' });
    expect(reply.cart.itemCount).toBe(2);
    expect((await cart.get(guest(token))).cart.id).toBeNull();
  });

  it('merges into the own cart, keeping the larger quantity, once', async () => {
    const [both, onlyGuest] = [await stocked(9), await stocked(9)];
    const token = newToken();
    const userId = newId();
    await cart.addItem({ userId, cartToken: null }, { variantId: both.variantId, quantity: 3 });
    await cart.addItem(guest(token), { variantId: both.variantId, quantity: 2 });
    await cart.addItem(guest(token), { variantId: onlyGuest.variantId, quantity: 1 });
    await Promise.all([1, 2, 3].map(() => cart.get({ userId, cartToken: token })));
    const { cart: merged } = await cart.get({ userId, cartToken: token });
    expect(merged.lines.map((line) => [line.variantId, line.quantity])).toEqual([
      [both.variantId, 3],
      [onlyGuest.variantId, 1],
    ]);
  });
});
