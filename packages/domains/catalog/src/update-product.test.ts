import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { updateProductInput, updateProductOutput } from './contract.ts';
import type { Catalog, SellerProfileDraft, UpsertedProduct } from './index.ts';
import { catalogFixture, memberOf, productDraft, sellerProfile } from './testing.ts';

let database: TestDatabase;
let catalog: Catalog;
let seller: SellerProfileDraft;
let product: UpsertedProduct;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ catalog, seller } = await catalogFixture(database.db, fixedClock('2026-06-15T12:00:00Z')));
});
afterAll(() => database.close());
beforeEach(async () => {
  const draft = productDraft({
    sellerId: seller.sellerId,
    variants: [
      {
        sku: newId(),
        price: 5000,
        stock: 9,
        sale: { amount: 4500, startsAt: null, endsAt: new Date('2026-07-01T00:00:00Z') },
      },
    ],
  });
  const [made] = await catalog.upsertProducts([draft]);
  if (!made) throw new Error('no product');
  product = made;
  await database.db.pool.query('delete from catalog.outbox');
});

const edit = (fields: Record<string, unknown>, actor = memberOf(seller.sellerId)) =>
  catalog.updateProduct(
    actor,
    updateProductInput.parse({ sellerId: seller.sellerId, productId: product.id, version: 1, ...fields }),
  );
const stored = async () => (await catalog.product({ slug: product.slug })).product;
const eventCount = async () => (await database.db.pool.query('select 1 from catalog.outbox')).rowCount;

test('strangers and fulfilment staff may not edit', async () => {
  await expect(edit({ title: 'Mine' }, memberOf(newId()))).rejects.toMatchObject({ reason: 'not_a_member' });
  await expect(edit({ title: 'Mine' }, memberOf(seller.sellerId, 'fulfilment'))).rejects.toMatchObject({
    reason: 'role_too_low',
  });
  expect((await stored()).title).toBe('Oak chair');
  expect(await eventCount()).toBe(0);
});

test('another seller’s product is not found, as one that does not exist', async () => {
  const other = sellerProfile();
  await catalog.upsertSellerProfiles([other]);
  for (const productId of [product.id, newId()]) {
    await expect(
      edit({ sellerId: other.sellerId, productId, title: 'Mine' }, memberOf(other.sellerId)),
    ).rejects.toMatchObject({ code: 'not_found', reason: 'product_not_found' });
  }
  expect((await stored()).title).toBe('Oak chair');
});

test('the second of two editors is told', async () => {
  await edit({ title: 'First' });
  await expect(edit({ title: 'Second' })).rejects.toMatchObject({
    code: 'conflict',
    reason: 'product_changed',
    details: { version: 2 },
  });
  expect((await stored()).title).toBe('First');
});

test('of two edits at the same moment one wins', async () => {
  const outcomes = await Promise.allSettled([edit({ title: 'Left' }), edit({ title: 'Right' })]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await eventCount()).toBe(1);
});

test('a price before the sale must be higher, and variants must be the product’s own', async () => {
  const variantId = product.variants[0]?.id;
  await expect(edit({ prices: [{ variantId, amount: 100, compareAt: 100 }] })).rejects.toMatchObject({
    reason: 'compare_at_too_low',
  });
  await expect(edit({ prices: [{ variantId: newId(), amount: 100, compareAt: null }] })).rejects.toMatchObject({
    reason: 'variant_unknown',
  });
  expect((await stored()).variants[0]?.price.current.amount).toBe(4500);
  expect(await eventCount()).toBe(0);
});

test('an edit changes page, card and row, keeps the slug and tells of it once', async () => {
  const variantId = product.variants[0]?.id;
  const output = updateProductOutput.parse(
    await edit({ title: 'Elm chair', description: 'New', prices: [{ variantId, amount: 4000, compareAt: 6000 }] }),
  );
  expect(output.product).toMatchObject({ title: 'Elm chair', version: 2, slug: product.slug });
  expect(await stored()).toMatchObject({
    title: 'Elm chair',
    variants: [{ price: { current: { amount: 4000 }, compareAt: { amount: 6000 } } }],
  });
  expect(await catalog.cardsByIds([product.id])).toMatchObject([
    { title: 'Elm chair', price: { current: { amount: 4000 } } },
  ]);
  expect(await eventCount()).toBe(1);
});

test('archiving takes the product off the shop and off the seller’s count', async () => {
  const count = async () => (await catalog.seller({ slug: seller.slug })).seller.productCount;
  const before = await count();
  await edit({ status: 'archived' });
  await expect(stored()).rejects.toMatchObject({ reason: 'product_not_found' });
  expect(await catalog.cardsByIds([product.id])).toEqual([]);
  expect(await count()).toBe(before - 1);
});
