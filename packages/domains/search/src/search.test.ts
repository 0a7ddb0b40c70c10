import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recommendInput, searchInput, searchOutput } from './contract.ts';
import { createSearch, type Search } from './index.ts';
import { products } from './testing/sample-products.ts';
import { searchContract } from './testing/search-contract.ts';
import { fakeProductSource } from './testing.ts';

searchContract('PostgreSQL', () => null);

const clock = fixedClock('2026-06-15T12:00:00Z');
const fake = fakeProductSource(Object.values(products));
let database: TestDatabase;
let search: Search;

beforeAll(async () => {
  database = await createTestDatabase();
  search = createSearch({ db: database.db, source: fake.source, clock });
  await search.rebuild();
});
afterAll(() => database.close());

const find = async (input: Record<string, unknown>) =>
  searchOutput.parse(await search.products(searchInput.parse(input)));

describe('recommendations', () => {
  const ids = Object.fromEntries(Object.entries(products).map(([name, product]) => [name, product.productId]));
  const recommend = async (
    kind: 'trending' | 'also-bought' | 'similar' | 'recently-viewed',
    productId?: string,
    productIds?: string[],
  ) => (await search.recommend(recommendInput.parse({ kind, productId, productIds }))).items.map(({ title }) => title);
  const order = (...names: string[]) => ({
    orderId: newId(),
    paidAt: new Date('2026-06-14T12:00:00Z'),
    lines: names.map((name) => ({ productId: ids[name] ?? '', quantity: 1 })),
  });

  test('nothing sensible: empty', async () => {
    expect(await recommend('similar')).toEqual([]);
    expect(await recommend('also-bought')).toEqual([]);
    expect(await recommend('similar', newId())).toEqual([]);
  });

  test('without orders "also bought" is what is similar, best first, never what is sold out', async () => {
    const similar = await recommend('also-bought', ids.redChair);
    expect(similar[0]).toBe('Blue oak chair');
    expect(similar).not.toContain('Red oak chair');
    expect(similar).not.toContain('Bar stool');
  });

  test('orders decide, once each', async () => {
    const first = order('redChair', 'lamp');
    expect(await search.recordOrders([first, order('redChair', 'lamp', 'candles')])).toEqual({ recorded: 2 });
    expect(await search.recordOrders([first])).toEqual({ recorded: 0 });
    const pairs = async () =>
      (
        await database.db.pool.query(
          'select other_id, orders from search.co_purchases where product_id = $1 order by orders desc',
          [ids.redChair],
        )
      ).rows;
    const incremental = await pairs();
    expect(incremental.map(({ other_id, orders }) => [other_id, orders])).toEqual([
      [ids.lamp, 2],
      [ids.candles, 1],
    ]);
    expect((await recommend('also-bought', ids.redChair)).slice(0, 2)).toEqual(['Café lamp', 'Beeswax candles']);
    await search.refreshRecommendations();
    expect(await pairs()).toEqual(incremental);
    await search.refreshRecommendations();
    expect(await pairs()).toEqual(incremental);
  });

  test('trends follow sales and views', async () => {
    await search.recordOrders([order('candles'), order('candles'), order('candles')]);
    expect((await recommend('trending'))[0]).toBe('Beeswax candles');
    await search.recordViews([{ productId: ids.blueChair ?? '', day: '2026-06-15', views: 1000 }]);
    await search.recordViews([{ productId: ids.blueChair ?? '', day: '2026-06-15', views: 1000 }]);
    expect((await recommend('trending'))[0]).toBe('Blue oak chair');
    expect(await recommend('trending')).not.toContain('Bar stool');
  });

  test('the best seller wears a badge', async () => {
    await search.recordOrders(Array.from({ length: 60 }, () => order('lamp')));
    await search.refreshRecommendations();
    const hits = (await find({ sort: 'popular' })).items;
    expect(hits.filter(({ badges }) => badges.includes('bestseller'))).toHaveLength(1);
  });

  test('recently viewed keeps the order of the visit', async () => {
    expect(await recommend('recently-viewed', undefined, [ids.candles ?? '', newId(), ids.redChair ?? ''])).toEqual([
      'Beeswax candles',
      'Red oak chair',
    ]);
  });

  test('bulk orders count after the refresh', async () => {
    const before = await recommend('also-bought', ids.blueChair);
    expect(await search.recordOrders([order('blueChair', 'candles')], { bulk: true })).toEqual({ recorded: 1 });
    expect(await recommend('also-bought', ids.blueChair)).toEqual(before);
    await search.refreshRecommendations();
    expect((await recommend('also-bought', ids.blueChair))[0]).toBe('Beeswax candles');
  });
});
