import { countStatements } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { bulkProductsInput, saveAttributesInput, sellerProductsInput } from '../contract.ts';
import { memberOf, productDraft, sellerProfile } from '../testing.ts';
import { administrator, type EditorFixture, editorFixture } from './testing.ts';

let shop: EditorFixture;
beforeAll(async () => {
  shop = await editorFixture(fixedClock('2026-06-15T12:00:00Z'));
});
afterAll(() => shop.database.close());

const bulk = (productIds: string[], action: z.input<typeof bulkProductsInput>['action'], actor = shop.owner) =>
  shop.catalog.bulkProducts(actor, bulkProductsInput.parse({ sellerId: shop.seller.sellerId, productIds, action }));
const read = async (productId: string) =>
  (await shop.catalog.sellerProduct(shop.owner, { sellerId: shop.seller.sellerId, productId })).product;

test('each product by itself: what fits is changed, of the others it says why not', async () => {
  const ready = await shop.create();
  const bare = await shop.create({ images: [], descriptionHtml: '', variants: [{ sku: newId(), prices: {} }] });
  const live = await shop.create({ status: 'published' });
  const other = sellerProfile();
  await shop.catalog.upsertSellerProfiles([other]);
  const [foreign] = await shop.catalog.upsertProducts([productDraft({ sellerId: other.sellerId, status: 'draft' })]);
  const ids = [ready.id, bare.id, live.id, foreign?.id ?? '', newId(), ready.id];
  const answer = await bulk(ids, { kind: 'publish' });
  expect(answer).toMatchObject({ changed: 1, refused: 3 });
  expect(answer.results.map(({ outcome, reasons }) => [outcome, reasons])).toEqual([
    ['changed', []],
    ['refused', ['image_missing', 'description_missing', 'price_missing']],
    ['unchanged', []],
    ['refused', ['product_not_found']],
    ['refused', ['product_not_found']],
  ]);
  expect(await read(ready.id)).toMatchObject({ status: 'published', isPublic: true, version: ready.version + 1 });
  expect((await shop.catalog.product({ slug: ready.slug })).product.id).toBe(ready.id);
  await expect(bulk(ids, { kind: 'archive' }, memberOf(shop.seller.sellerId, 'fulfilment'))).rejects.toMatchObject({
    reason: 'role_too_low',
  });
});

test('prices by percent and by amount, former prices that are no longer above go', async () => {
  const prices = { GBP: { amount: 1000, compareAt: 1200 }, EUR: { amount: 999, compareAt: null } };
  const product = await shop.create({ status: 'published', variants: [{ sku: newId(), prices }] });
  await bulk([product.id], { kind: 'price-percent', percent: 10.5 });
  expect((await read(product.id)).variants[0]?.prices).toEqual({
    GBP: { amount: 1105, compareAt: 1200 },
    EUR: { amount: 1104, compareAt: null },
  });
  await bulk([product.id], { kind: 'price-amount', amount: 95 });
  expect((await read(product.id)).variants[0]?.prices).toEqual({
    GBP: { amount: 1200, compareAt: null },
    EUR: { amount: 1104, compareAt: null },
  });
  expect((await shop.catalog.product({ slug: product.slug })).product.variants[0]?.price.current.amount).toBe(1200);
  const [result] = (await bulk([product.id], { kind: 'price-amount', amount: -1200 })).results;
  expect(result).toMatchObject({ outcome: 'refused', reasons: ['price_too_low'] });
});

test('category and tags', async () => {
  const product = await shop.create({ status: 'published', tags: ['new', 'oak'] });
  const garden = shop.categoryIds.get('garden') ?? '';
  await bulk([product.id], { kind: 'category', categoryId: garden });
  await bulk([product.id], { kind: 'tags', add: ['sale', 'oak'], remove: ['new'] });
  expect(await read(product.id)).toMatchObject({ category: { path: 'garden' }, tags: ['oak', 'sale'] });
  expect((await bulk([product.id], { kind: 'category', categoryId: newId() })).results[0]?.reasons).toEqual([
    'category_unknown',
  ]);
  const chairs = shop.categoryIds.get('home-living/chairs') ?? '';
  const attributes = [{ name: 'Wood', type: 'text', required: true }];
  await shop.catalog.saveAttributes(administrator, saveAttributesInput.parse({ categoryId: chairs, attributes }));
  expect((await bulk([product.id], { kind: 'category', categoryId: chairs })).results[0]?.reasons).toEqual([
    'attribute_required',
  ]);
});

test('500 products take as few statements as five, and one event each', async () => {
  const drafts = Array.from({ length: 500 }, () =>
    productDraft({ sellerId: shop.seller.sellerId, status: 'draft', description: 'Text', categoryPath: 'garden' }),
  );
  const ids = (await shop.catalog.upsertProducts(drafts)).map(({ id }) => id);
  await shop.database.db.pool.query('delete from catalog.outbox');
  const few = await countStatements(shop.database, () => bulk(ids.slice(0, 5), { kind: 'publish' }));
  const many = await countStatements(shop.database, () => bulk(ids, { kind: 'publish' }));
  expect(many).toBe(few);
  expect(many).toBeLessThanOrEqual(12);
  expect(await shop.events('catalog/product.changed')).toHaveLength(500);
  const { counts } = await shop.catalog.sellerProducts(
    shop.owner,
    sellerProductsInput.parse({ sellerId: shop.seller.sellerId, status: 'published' }),
  );
  const { rows } = await shop.database.db.pool.query(
    `select count(*)::int as all, count(*) filter (where status = 'published')::int as published from catalog.products where seller_id = $1`,
    [shop.seller.sellerId],
  );
  expect(counts).toMatchObject(rows[0]);
});
