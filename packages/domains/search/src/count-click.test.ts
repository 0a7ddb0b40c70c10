import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, type RateLimiter } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickInput, searchInput } from './contract.ts';
import { createSearch, type Search } from './index.ts';
import { fakeProductSource, searchableProduct } from './testing.ts';

const product = searchableProduct({ title: 'Oak chair' });
const another = searchableProduct({ title: 'Oak stool' });
const taken = new Map<string, number>();
const limiter: RateLimiter = {
  take: async (key, { limit, windowSeconds }) => {
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    return { allowed: count <= limit, remaining: Math.max(0, limit - count), retryAfterSeconds: windowSeconds };
  },
  reset: async (key) => void taken.delete(key),
};
let database: TestDatabase;
let search: Search;
beforeAll(async () => {
  database = await createTestDatabase();
  const { source } = fakeProductSource([product, another]);
  search = createSearch({ db: database.db, source, limiter, clock: fixedClock('2026-06-15T12:00:00Z') });
  await search.rebuild();
});
afterAll(async () => {
  await search.close();
  await database.close();
});

const click = (query: string, productId: string, address: string) =>
  search.click(clickInput.parse({ query, productId, position: 1 }), address);
const figures = async (query: string) => (await search.analytics({ days: 1 })).top.find((row) => row.query === query);

test('a result that is opened again and again from one address counts once, and for each other address', async () => {
  await search.products(searchInput.parse({ query: 'oak' }));
  for (const query of ['oak', 'Oak ', 'oak']) await click(query, product.productId, '192.0.2.1');
  await click('oak', another.productId, '192.0.2.1');
  await click('oak', product.productId, '192.0.2.2');
  await click('!!', product.productId, '192.0.2.2');
  expect((await figures('oak'))?.clicks).toBe(3);
});

test('more than a person opens is refused, at once as well', async () => {
  const all = await Promise.allSettled(
    Array.from({ length: 70 }, (_, index) => click(`chair ${index}`, product.productId, '192.0.2.9')),
  );
  const refused = all.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(10);
  expect(refused[0]).toMatchObject({ reason: { code: 'rate_limited', details: { retryAfterSeconds: 60 } } });
});

test('a search answered from a cache counts like the one it was kept from; further pages, listings and strangers do not', async () => {
  await search.products(searchInput.parse({ query: 'stool' }));
  await search.products(searchInput.parse({ query: 'zzzzzzzz' }));
  for (const input of [
    { query: 'stool' },
    { query: ' STOOL ', filters: { Colour: ['Red'] } },
    { query: 'stool', cursor: 'x' },
    { query: 'zzzzzzzz' },
    { query: 'never asked' },
    {},
    undefined,
    { query: 7 },
  ]) {
    search.searchedAgain(input);
  }
  expect(await figures('stool')).toMatchObject({ searches: 3, nothing: 0, lastTotal: 1 });
  expect(await figures('zzzzzzzz')).toMatchObject({ searches: 2, nothing: 2 });
  expect(await figures('never asked')).toBeUndefined();
});
