import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CartFacade, createCart } from '../index.ts';
import { aVariant, fakeVariants } from '../testing.ts';

let base: TestDatabase;
let cart: CartFacade;
const clock = fixedClock('2026-03-01T10:00:00Z');
const variants = fakeVariants();
const sellerId = newId();
const owner = { id: newId(), memberships: [{ sellerId, role: 'owner' as const }] };
const packer = { id: newId(), memberships: [{ sellerId, role: 'fulfilment' as const }] };
const stays = { backorderLimit: 0, expectedOn: null };
const stranger = { id: newId(), memberships: [{ sellerId: newId(), role: 'owner' as const }] };

beforeAll(async () => {
  base = await createTestDatabase();
  cart = createCart({ db: base.db, variants, currency: 'GBP', clock });
});
afterAll(() => base.close());
beforeEach(async () => {
  await cart.watchStock();
  await base.db.pool.query('delete from cart.outbox');
});

async function stocked(onHand: number) {
  const variant = variants.put(aVariant({ seller: { id: sellerId, slug: 's', name: 'S' } }));
  await cart.upsertStock([{ ...variant, sellerId, onHand }]);
  return variant.variantId;
}
async function reserve(variantId: string, quantity: number) {
  const checkoutId = newId();
  const expiresAt = new Date(clock.now().getTime() + 600_000);
  await cart.reserve({ checkoutId, cartId: null, lines: [{ variantId, quantity }], expiresAt });
  return checkoutId;
}
const sell = async (variantId: string, quantity: number) => cart.commit(await reserve(variantId, quantity));
async function watch() {
  clock.advance(60_000);
  return cart.watchStock();
}
const told = async () => {
  const { rows } = await base.db.pool.query("select data from cart.outbox where name = 'cart/stock.low' order by id");
  return rows.map(({ data }) => data);
};
const counts = async () => (await cart.inventory(owner, { sellerId, state: 'all', limit: 1 })).counts;

test('told once when a sale takes it below the figure, and again only after there was enough', async () => {
  const id = await stocked(7);
  await sell(id, 1);
  expect(await watch()).toBe(0);
  await sell(id, 1);
  expect(await watch()).toBe(1);
  expect(await told()).toMatchObject([{ sellerId, variants: [{ variantId: id, available: 5, lowBelow: 6 }] }]);
  await sell(id, 1);
  expect(await watch()).toBe(0);

  await cart.setStock(owner, { sellerId, variantId: id, onHand: 6 });
  expect(await watch()).toBe(0);
  await sell(id, 6);
  expect(await watch()).toBe(1);
  expect((await told()).at(-1)).toMatchObject({ variants: [{ available: 0 }] });
});

test('what is only reserved, put in low, or long known to be low is no news', async () => {
  const id = await stocked(8);
  await stocked(2);
  const checkoutId = await reserve(id, 5);
  expect(await watch()).toBe(0);
  await cart.release(checkoutId);
  expect(await watch()).toBe(0);
});

test('movements that come late, after the look they belong to, are still seen', async () => {
  const id = await stocked(6);
  const before = clock.now();
  await watch();
  clock.advance(-60_000);
  expect(clock.now()).toEqual(before);
  await sell(id, 1);
  clock.advance(120_000);
  expect(await cart.watchStock()).toBe(1);
});

test('two looks at once tell once', async () => {
  const id = await stocked(6);
  await sell(id, 1);
  const looks = await Promise.all([cart.watchStock(), cart.watchStock(), cart.watchStock()]);
  expect(looks.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await told()).toHaveLength(1);
});

test('a figure of the seller, one of the variant, and 0 for never', async () => {
  const [own, quiet, plain] = [await stocked(30), await stocked(30), await stocked(30)];
  const before = await counts();
  await cart.setStockSettings(owner, { sellerId, lowBelow: 20 });
  await cart.setStockRule(owner, { ...stays, sellerId, variantId: own, lowBelow: 29 });
  await cart.setStockRule(owner, { ...stays, sellerId, variantId: quiet, lowBelow: 0 });
  for (const id of [own, quiet, plain]) await sell(id, 2);
  expect(await watch()).toBe(1);
  expect(await told()).toMatchObject([{ variants: [{ variantId: own, available: 28, lowBelow: 29 }] }]);
  expect((await counts()).low).toBeGreaterThanOrEqual(before.low + 1);
  const { items } = await cart.inventory(owner, { sellerId, state: 'low', limit: 100 });
  expect(items.find(({ variantId }) => variantId === own)).toMatchObject({ lowBelow: 29, ownLowBelow: 29 });
  expect(items.some(({ variantId }) => variantId === quiet)).toBe(false);

  await cart.setStockRule(owner, { ...stays, sellerId, variantId: own, lowBelow: null });
  expect(await watch()).toBe(0);
  const all = await cart.inventory(owner, { sellerId, state: 'in', limit: 100 });
  expect(all.items.find(({ variantId }) => variantId === own)).toMatchObject({ lowBelow: 20, ownLowBelow: null });
  await cart.setStockSettings(owner, { sellerId, lowBelow: 6 });
});

test('only owners and managers say so, and only of what is theirs; each change is in the audit log', async () => {
  const id = await stocked(3);
  const rule = { sellerId, variantId: id, lowBelow: 2, backorderLimit: 0, expectedOn: null };
  await expect(cart.setStockRule(packer, rule)).rejects.toMatchObject({ code: 'forbidden', reason: 'role_too_low' });
  await expect(cart.setStockSettings(packer, { sellerId, lowBelow: 2 })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(cart.stockSettings(stranger, { sellerId })).rejects.toMatchObject({ reason: 'not_a_member' });
  await expect(cart.setStockRule(owner, { ...rule, variantId: newId() })).rejects.toMatchObject({ code: 'not_found' });
  const theirs = variants.put(aVariant());
  await expect(cart.setStockRule(owner, { ...rule, variantId: theirs.variantId })).rejects.toMatchObject({
    reason: 'stock_not_found',
  });
  await cart.setStockRule(owner, rule);
  await cart.setStockRule(owner, rule);
  const { rows } = await base.db.pool.query(
    "select changes from cart.audit_entries where action = 'stock.rule' and object_id = $1",
    [id],
  );
  expect(rows).toEqual([{ changes: { lowBelow: [null, 2] } }]);
  expect(await cart.stockSettings(packer, { sellerId })).toEqual({ lowBelow: 6 });
});
