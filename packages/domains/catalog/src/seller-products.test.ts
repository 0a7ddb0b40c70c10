import { countStatements } from '@mallhive/db/testing';
import { fixedClock } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { sellerProductsInput, sellerProductsOutput } from './contract.ts';
import { type EditorFixture, editorFixture } from './editor/testing.ts';
import { productDraft } from './testing.ts';

let shop: EditorFixture;
beforeAll(async () => {
  shop = await editorFixture(fixedClock('2026-06-15T12:00:00Z'));
});
afterAll(() => shop.database.close());

const list = async (input: Omit<z.input<typeof sellerProductsInput>, 'sellerId'>) =>
  sellerProductsOutput.parse(
    await shop.catalog.sellerProducts(
      shop.owner,
      sellerProductsInput.parse({ sellerId: shop.seller.sellerId, ...input }),
    ),
  );
const titles = async (input: Omit<z.input<typeof sellerProductsInput>, 'sellerId'>) =>
  (await list(input)).items.map(({ title }) => title);

test('every filter alone and together', async () => {
  const garden = shop.categoryIds.get('garden') ?? '';
  const fork = await shop.create({ title: 'Fork', categoryId: garden, tags: ['metal'], status: 'published' });
  await shop.create({ title: 'Rake', categoryId: garden, variants: [{ sku: 'RAKE_1', prices: {} }] });
  await shop.catalog.applyStockChanged([{ variantId: fork.variants[0]?.id ?? '', available: 3, version: 1 }]);
  expect(await titles({ categoryId: garden })).toEqual(['Rake', 'Fork']);
  expect(await titles({ categoryId: garden, stock: 'low' })).toEqual(['Fork']);
  expect(await titles({ categoryId: garden, stock: 'out' })).toEqual(['Rake']);
  expect(await titles({ categoryId: garden, stock: 'in', status: 'published' })).toEqual(['Fork']);
  expect(await titles({ priceMissing: true })).toEqual(['Rake']);
  expect(await titles({ tag: 'metal' })).toEqual(['Fork']);
  expect(await titles({ query: 'rake_' })).toEqual(['Rake']);
  expect(await titles({ query: 'AK' })).toEqual(['Rake', 'Oak chair', 'Oak chair', 'Oak chair']);
  expect(await titles({ moderation: 'pending' })).toEqual([]);
  expect((await list({ categoryId: garden })).matching).toEqual({ count: 2, more: false });
  expect((await list({})).matching).toEqual({ count: 5, more: false });
});

test('a text that many have is found too, page by page', async () => {
  const drafts = Array.from({ length: 60 }, (_, n) =>
    productDraft({ sellerId: shop.seller.sellerId, title: `Blue_${n} bowl` }),
  );
  await shop.catalog.upsertProducts(drafts);
  const first = await list({ query: 'blue_', limit: 40 });
  const second = await list({ query: 'blue_', limit: 40, cursor: first.nextCursor ?? '' });
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  expect([first.items.length, second.items.length, new Set(ids).size]).toEqual([40, 20, 60]);
  expect(first.matching).toEqual({ count: 60, more: false });
  expect((await list({ query: 'blue_7 b' })).items).toHaveLength(1);
  const { rows } = await shop.database.db.pool.query(
    `delete from catalog.products where title like 'Blue%' returning id`,
  );
  expect(rows).toHaveLength(60);
});

test.each(['newest', 'oldest', 'updated', 'title', 'price-asc', 'price-desc', 'stock-asc', 'stock-desc'] as const)(
  '%s: every product once, two statements a page',
  async (sort) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      let page: Awaited<ReturnType<typeof list>> | undefined;
      const statements = await countStatements(shop.database, async () => {
        page = await list({ sort, cursor, limit: 2 });
      });
      expect(statements).toBe(2);
      seen.push(...(page?.items.map(({ id }) => id) ?? []));
      cursor = page?.nextCursor ?? undefined;
    } while (cursor);
    // Without a price there is no place among prices.
    expect(new Set(seen).size).toBe(sort.startsWith('price') ? 4 : 5);
    expect(seen).toHaveLength(new Set(seen).size);
  },
);

test('a cursor of another order is refused', async () => {
  const { nextCursor } = await list({ limit: 1 });
  await expect(list({ sort: 'title', cursor: nextCursor ?? '' })).rejects.toMatchObject({ reason: 'cursor_invalid' });
});

test('counters are right after every kind of change', async () => {
  const before = (await list({})).counts;
  const made = await shop.create();
  await shop.save(made, { status: 'archived' });
  const gone = await shop.create();
  await shop.catalog.deleteProduct(shop.owner, {
    sellerId: shop.seller.sellerId,
    productId: gone.id,
    version: gone.version,
  });
  await expect(shop.create({ title: 'Refused', slug: made.slug })).rejects.toMatchObject({ reason: 'product_invalid' });
  expect((await list({})).counts).toEqual({ ...before, all: before.all + 1, archived: before.archived + 1 });
});
