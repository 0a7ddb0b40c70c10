import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sellerProductOutput, updateProductInput } from './contract.ts';
import type { Catalog, SellerProfileDraft, UpsertedProduct } from './index.ts';
import { catalogFixture, memberOf, productDraft, sellerProfile } from './testing.ts';

let database: TestDatabase;
let catalog: Catalog;
let seller: SellerProfileDraft;
let product: UpsertedProduct;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ catalog, seller } = await catalogFixture(database.db, fixedClock('2026-06-15T12:00:00Z')));
  const variant = { sku: 'X', price: 5000, compareAt: 6000, stock: 9 };
  const sale = { amount: 4500, startsAt: null, endsAt: new Date('2026-07-01T00:00:00Z') };
  const draft = productDraft({ sellerId: seller.sellerId, variants: [{ ...variant, sale }] });
  const [made] = await catalog.upsertProducts([draft]);
  if (!made) throw new Error('no product');
  product = made;
});
afterAll(() => database.close());

const read = (sellerId: string, productId: string, actor = memberOf(sellerId)) =>
  catalog.sellerProduct(actor, { sellerId, productId });

test('strangers may not look', async () => {
  const stranger = memberOf(newId());
  await expect(read(seller.sellerId, product.id, stranger)).rejects.toMatchObject({ reason: 'not_a_member' });
});

test('another seller’s product is not found, as one that does not exist', async () => {
  const other = sellerProfile();
  await catalog.upsertSellerProfiles([other]);
  for (const productId of [product.id, newId()]) {
    await expect(read(other.sellerId, productId)).rejects.toMatchObject({ reason: 'product_not_found' });
  }
});

test('drafts too, with the prices that an edit would set, not those of a scheduled sale', async () => {
  const edit = { sellerId: seller.sellerId, productId: product.id, version: 1, status: 'draft' };
  await catalog.updateProduct(memberOf(seller.sellerId), updateProductInput.parse(edit));
  const answer = sellerProductOutput.parse(
    await read(seller.sellerId, product.id, memberOf(seller.sellerId, 'fulfilment')),
  );
  expect(answer.product).toMatchObject({ status: 'draft', version: 2, description: expect.any(String) });
  expect(answer.product.variants).toEqual([
    expect.objectContaining({
      sku: 'X',
      price: { current: { amount: 5000, currency: 'GBP' }, compareAt: { amount: 6000, currency: 'GBP' } },
    }),
  ]);
});
