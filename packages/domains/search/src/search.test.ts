import { countStatements, createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchInput, searchOutput, suggestOutput } from './contract.ts';
import { createSearch, type Search } from './index.ts';
import { fakeProductSource, searchableProduct } from './testing.ts';

const chairs = [
  { path: 'home-living', name: 'Home & living' },
  { path: 'home-living/chairs', name: 'Chairs' },
];
const lamps = [
  { path: 'home-living', name: 'Home & living' },
  { path: 'home-living/lamps', name: 'Lamps' },
];
const products = {
  redChair: searchableProduct({ title: 'Red oak chair', colour: 'Red', size: 'S', price: 1000, categories: chairs }),
  blueChair: searchableProduct({ title: 'Blue oak chair', colour: 'Blue', size: 'M', price: 2000, categories: chairs }),
  redStool: searchableProduct({
    title: 'Bar stool',
    description: 'Stands beside any chair.',
    colour: 'Red',
    size: 'M',
    price: 3000,
    categories: chairs,
    sellerSlug: 'fern',
    sellerName: 'Fern & Co',
    available: false,
  }),
  lamp: searchableProduct({
    title: 'Café lamp',
    colour: 'Red',
    price: 4000,
    categories: lamps,
    compareAt: 5000,
    rating: 5,
  }),
  candles: searchableProduct({
    title: 'Beeswax candles',
    price: 500,
    rating: 2,
    variants: [{ sku: 'BW-77', optionValues: {} }],
  }),
};
const clock = fixedClock('2026-06-15T12:00:00Z');
const fake = fakeProductSource(Object.values(products));
let database: TestDatabase;
let search: Search;

beforeAll(async () => {
  database = await createTestDatabase();
  search = createSearch({ db: database.db, source: fake.source, clock });
  expect(await search.rebuild()).toEqual({ indexed: 5, removed: 0 });
});
afterAll(() => database.close());

const find = async (input: Record<string, unknown>) =>
  searchOutput.parse(await search.products(searchInput.parse(input)));
const titles = async (input: Record<string, unknown>) => (await find(input)).items.map(({ title }) => title);
const facet = (output: Awaited<ReturnType<typeof find>>, name: string) =>
  Object.fromEntries(
    output.facets.find((candidate) => candidate.name === name)?.values.map((v) => [v.value, v.count]) ?? [],
  );

describe('words', () => {
  test('nothing matches: empty, and no error for any punctuation', async () => {
    for (const query of ['zzzzzzzzzzzz', "'", '!!', ':* & |', '\\', '%', 'a & !b', '"']) {
      const output = await find({ query });
      expect([query, output.total >= 0]).toEqual([query, true]);
    }
    expect(await find({ query: '!!' })).toMatchObject({ items: [], total: 0, priceRange: null, nextCursor: null });
    expect(await find({ query: 'zzzzzzzzzzzz' })).toMatchObject({ items: [], total: 0, correctedQuery: null });
  });

  test('stems, accents, unfinished last words and SKUs; titles before descriptions', async () => {
    expect(await titles({ query: 'chairs' })).toEqual([...(await titles({ query: 'oak chair' })), 'Bar stool']);
    expect(await titles({ query: 'cafe' })).toEqual(['Café lamp']);
    expect(await titles({ query: 'beesw' })).toEqual(['Beeswax candles']);
    for (const query of ['BW-77', 'bw77', 'bw 77']) expect(await titles({ query })).toEqual(['Beeswax candles']);
    expect((await titles({ query: 'blue oak chair' }))[0]).toBe('Blue oak chair');
  });

  test.each([
    ['chiar', 'chair'],
    ['beeswx candels', 'beeswax candles'],
    ['lmap', 'lamp'],
  ])('%s is corrected to %s', async (typed, corrected) => {
    const output = await find({ query: typed });
    expect(output.correctedQuery).toBe(corrected);
    expect(output.total).toBeGreaterThan(0);
    expect(output.items.map(({ title }) => title)).toEqual(await titles({ query: corrected }));
  });

  test('a word too many: what has some of the words', async () => {
    const output = await find({ query: 'candles lamp' });
    expect(output.items.map(({ title }) => title).toSorted()).toEqual(['Beeswax candles', 'Café lamp']);
    expect(output.correctedQuery).toBeNull();
  });

  test('one statement when something matches, at most four when nothing does', async () => {
    expect(await countStatements(database, () => find({ query: 'chair', filters: { Colour: ['Red'] } }))).toBe(1);
    expect(await countStatements(database, () => find({ category: 'home-living' }))).toBe(1);
    expect(await countStatements(database, () => find({ query: 'xqzk wvxy' }))).toBeLessThanOrEqual(4);
  });
});

describe('facets', () => {
  test('count over all matches; a facet’s own choice does not narrow its own counts', async () => {
    const all = await find({ query: 'chair' });
    expect(facet(all, 'Colour')).toEqual({ Red: 2, Blue: 1 });
    expect(facet(all, 'Size')).toEqual({ S: 1, M: 2 });
    expect(facet(all, 'category')).toEqual({ 'home-living': 3, 'home-living/chairs': 3 });
    expect(facet(all, 'seller')).toEqual({ 'oak-ember': 2, fern: 1 });

    const red = await find({ query: 'chair', filters: { Colour: ['Red'] } });
    expect(red.total).toBe(2);
    expect(facet(red, 'Colour')).toEqual({ Red: 2, Blue: 1 });
    expect(facet(red, 'Size')).toEqual({ S: 1, M: 1 });
    expect(facet(red, 'seller')).toEqual({ 'oak-ember': 1, fern: 1 });
    expect(red.facets.find(({ name }) => name === 'Colour')?.values.map(({ chosen }) => chosen)).toEqual([true, false]);

    const redSmall = await find({ query: 'chair', filters: { Colour: ['Red'], Size: ['S'] } });
    expect(redSmall.items.map(({ title }) => title)).toEqual(['Red oak chair']);
    expect(facet(redSmall, 'Colour')).toEqual({ Red: 1 });
    expect(facet(redSmall, 'Size')).toEqual({ S: 1, M: 1 });
    expect(facet(redSmall, 'seller')).toEqual({ 'oak-ember': 1 });

    const either = await find({ query: 'chair', filters: { Colour: ['Red', 'Blue'], Size: ['M'] } });
    expect(either.total).toBe(2);
    expect(facet(either, 'Size')).toEqual({ S: 1, M: 2 });
  });

  test('category and seller narrow everything but themselves', async () => {
    const inLamps = await find({ category: 'home-living/lamps' });
    expect(inLamps.items.map(({ title }) => title)).toEqual(['Café lamp']);
    expect(facet(inLamps, 'category')).toMatchObject({
      'home-living': 5,
      'home-living/chairs': 3,
      'home-living/lamps': 1,
    });
    expect(facet(inLamps, 'seller')).toEqual({ 'oak-ember': 1 });
    const fern = await find({ seller: 'fern' });
    expect(fern.total).toBe(1);
    expect(facet(fern, 'seller')).toEqual({ 'oak-ember': 4, fern: 1 });
    expect(facet(fern, 'category')).toEqual({ 'home-living': 1, 'home-living/chairs': 1 });
    expect(await find({ category: 'home-living', filters: { seller: ['fern'] } })).toMatchObject({ total: 1 });
  });

  test('the price range leaves out the price chosen, and nothing else', async () => {
    const cheap = await find({ priceMin: 900, priceMax: 2500, filters: { Colour: ['Red'] } });
    expect(cheap.items.map(({ title }) => title)).toEqual(['Red oak chair']);
    expect(cheap.priceRange).toEqual({ min: 1000, max: 4000 });
    expect(facet(cheap, 'Colour')).toEqual({ Red: 1, Blue: 1 });
  });

  test('a choice that nothing has any more stays, to be taken back', async () => {
    const output = await find({ filters: { Colour: ['Purple'] } });
    expect(output.total).toBe(0);
    expect(output.facets.find(({ name }) => name === 'Colour')?.values.at(-1)).toEqual({
      value: 'Purple',
      label: 'Purple',
      count: 0,
      chosen: true,
    });
  });

  test('in stock, on sale, rating', async () => {
    expect(await titles({ query: 'chair', inStock: true })).not.toContain('Bar stool');
    expect(await titles({ onSale: true })).toEqual(['Café lamp']);
    expect((await find({ minimumRating: 4 })).total).toBe(4);
  });

  test('more filters than can be chosen are refused', async () => {
    const filters = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`F${index}`, ['x']]));
    await expect(find({ filters })).rejects.toMatchObject({ reason: 'too_many_filters' });
  });
});

describe('order and pages', () => {
  test('sorts', async () => {
    const prices = (await find({ sort: 'price-asc' })).items.map(({ price }) => price.current.amount);
    expect(prices).toEqual([500, 1000, 2000, 3000, 4000]);
    expect((await titles({ sort: 'price-desc' }))[0]).toBe('Café lamp');
    expect((await titles({ sort: 'rating' })).at(-1)).toBe('Beeswax candles');
  });

  test('pages hold every product once; a foreign cursor is refused', async () => {
    const first = await find({ sort: 'price-asc', limit: 2 });
    const second = await find({ sort: 'price-asc', limit: 2, cursor: first.nextCursor });
    const third = await find({ sort: 'price-asc', limit: 2, cursor: second.nextCursor });
    expect(third.nextCursor).toBeNull();
    expect([first, second, third].flatMap(({ items }) => items.map(({ price }) => price.current.amount))).toEqual([
      500, 1000, 2000, 3000, 4000,
    ]);
    for (const cursor of [first.nextCursor, 'x', Buffer.from('newest:-1').toString('base64url')]) {
      await expect(find({ sort: 'newest', cursor })).rejects.toMatchObject({ reason: 'cursor_invalid' });
    }
  });
});

describe('suggest', () => {
  test('products, categories and what others searched', async () => {
    await find({ query: 'chair cushion' });
    await find({ query: 'chair' });
    await search.close();
    const output = suggestOutput.parse(await search.suggest({ query: 'cha' }));
    expect(output.products.map(({ title }) => title)).toContain('Red oak chair');
    expect(output.categories).toEqual([{ path: 'home-living/chairs', name: 'Chairs' }]);
    expect(output.queries).toContain('chair');
    expect(await countStatements(database, () => search.suggest({ query: 'cha' }))).toBe(1);
  });

  test('a typo on the way still finds titles; nonsense finds nothing', async () => {
    expect((await search.suggest({ query: 'beesvax' })).products.map(({ title }) => title)).toEqual([
      'Beeswax candles',
    ]);
    expect(await search.suggest({ query: 'xqzkw' })).toEqual({ products: [], categories: [], queries: [] });
    expect(await search.suggest({ query: '%_' })).toEqual({ products: [], categories: [], queries: [] });
  });

  test('searches are counted by day', async () => {
    const { rows } = await database.db.pool.query(
      `select searches from search.queries where query = 'chair' and day = '2026-06-15'`,
    );
    expect(rows[0]?.searches).toBeGreaterThanOrEqual(1);
  });
});

describe('index', () => {
  const kettle = searchableProduct({ title: 'Copper kettle', colour: 'Copper' });
  const { productId } = kettle;

  test('follows the catalog, tells of it, and a repeat does no harm', async () => {
    fake.put(kettle);
    expect(await search.indexProducts([productId, productId])).toEqual({ indexed: 1, removed: 0 });
    expect(await search.indexProducts([productId])).toEqual({ indexed: 1, removed: 0 });
    expect(await titles({ query: 'kettle' })).toEqual(['Copper kettle']);
    const { rows } = await database.db.pool.query(
      `select data from search.outbox where name = 'search/product.indexed'`,
    );
    expect(rows.map(({ data }) => data.productId)).toEqual([productId, productId]);
    fake.put({
      ...kettle,
      title: 'Steel kettle',
      revision: kettle.revision + 1000,
      card: { ...kettle.card, title: 'Steel kettle' },
    });
    await search.indexProducts([productId]);
    expect(await titles({ query: 'steel' })).toEqual(['Steel kettle']);
    expect(await titles({ query: 'copper kettle' })).toEqual(['Steel kettle']);
  });

  test('an older copy never replaces a newer one', async () => {
    fake.put(kettle);
    await search.indexProducts([productId]);
    expect(await titles({ query: 'kettle' })).toEqual(['Steel kettle']);
  });

  test('withdrawn products disappear, by event and by rebuild', async () => {
    fake.withdraw(productId);
    expect(await search.indexProducts([productId])).toEqual({ indexed: 0, removed: 1 });
    expect(await find({ query: 'kettle' })).toMatchObject({ total: 0 });
    fake.put({ ...kettle, revision: kettle.revision + 2000 });
    await search.indexProducts([productId]);
    fake.withdraw(productId);
    expect(await search.rebuild()).toEqual({ indexed: 5, removed: 1 });
    const { rows } = await database.db.pool.query(`select 1 from search.terms where word = 'kettle'`);
    expect(rows).toEqual([]);
  });
});

describe('recommendations', () => {
  const ids = Object.fromEntries(Object.entries(products).map(([name, product]) => [name, product.productId]));
  const recommend = async (
    kind: 'trending' | 'also-bought' | 'similar' | 'recently-viewed',
    productId?: string,
    productIds?: string[],
  ) => (await search.recommend({ kind, productId, productIds, limit: 12 })).items.map(({ title }) => title);
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
