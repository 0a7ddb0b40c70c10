import { createTestDatabase } from '@mallhive/db/testing';
import { createSearch } from '@mallhive/search';
import { searchInput } from '@mallhive/search/contract';
import { searchContract } from '@mallhive/search/search-contract';
import { fakeProductSource, searchableProduct } from '@mallhive/search/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenSearchServer, startOpenSearch } from '../../../testing/src/servers/opensearch.ts';
import { createOpenSearchIndex } from './index.ts';

let server: OpenSearchServer;
let made = 0;
const open = () => {
  made += 1;
  return createOpenSearchIndex({ url: server.url, alias: `test-${made}` });
};
beforeAll(async () => {
  server = await startOpenSearch();
}, 120_000);
afterAll(() => server?.stop());

searchContract('OpenSearch', open);

describe('OpenSearch beside PostgreSQL', () => {
  const lines: string[] = [];
  const note = (_: unknown, message: string) => void lines.push(message);
  const logger = { info: note, warn: note, error: note, debug: note, trace: note, child: () => logger } as never;

  async function shop() {
    const database = await createTestDatabase();
    const fake = fakeProductSource([searchableProduct({ title: 'Oak chair' })]);
    const search = createSearch({ db: database.db, source: fake.source, index: open(), logger });
    const titles = async (query: string) =>
      (await search.products(searchInput.parse({ query }))).items.map(({ title }) => title);
    const put = async (...titled: string[]) => {
      const changed = titled.map((title) => searchableProduct({ title }));
      fake.put(...changed);
      await search.indexProducts(changed.map(({ productId }) => productId));
      return changed;
    };
    const close = async () => {
      await search.close();
      await database.close();
    };
    return { database, fake, search, titles, put, close };
  }

  test('without an index there yet, PostgreSQL answers until one is built by itself', async () => {
    const { search, put, titles, close } = await shop();
    await put('Copper kettle');
    expect(search.status().state).toBe('fallback');
    expect(await titles('kettle')).toEqual(['Copper kettle']);
    await expect.poll(() => search.status().state, { timeout: 15_000 }).toBe('outside');
    expect(await titles('kettle')).toEqual(['Copper kettle']);
    await close();
  });

  test('a changed product is found within two seconds, and not before it is told', async () => {
    const { search, put, titles, close } = await shop();
    await search.rebuild();
    await search.connect();
    const from = performance.now();
    await put('Brass telescope');
    expect(await titles('telescope')).toEqual(['Brass telescope']);
    expect(performance.now() - from).toBeLessThan(2_000);
    await close();
  });

  test('an older copy that arrives late changes nothing', async () => {
    const { search, fake, put, titles, close } = await shop();
    await search.rebuild();
    await search.connect();
    const [old] = await put('Pewter mug');
    if (!old) throw new Error('no product');
    fake.put({ ...old, title: 'Silver mug', revision: old.revision + 10, card: { ...old.card, title: 'Silver mug' } });
    await search.indexProducts([old.productId]);
    fake.put(old);
    await search.indexProducts([old.productId]);
    expect(await titles('silver mug')).toEqual(['Silver mug']);
    await close();
  });

  test('searches are answered all through a rebuild, and what changes meanwhile is in the new index', async () => {
    const { search, fake, put, titles, close } = await shop();
    fake.put(...Array.from({ length: 1_500 }, (_, index) => searchableProduct({ title: `Plate ${index}` })));
    await search.rebuild();
    await search.connect();
    const answers: number[] = [];
    let done = false;
    const asking = (async () => {
      while (!done) answers.push((await titles('oak chair')).length);
    })();
    const seen: number[] = [];
    const [gone] = await put('Paper lantern');
    const rebuilding = search.rebuild((indexed) => {
      seen.push(indexed);
    });
    await expect.poll(() => seen.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await put('Late arrival');
    if (gone) {
      fake.withdraw(gone.productId);
      await search.indexProducts([gone.productId]);
    }
    await rebuilding;
    done = true;
    await asking;
    expect(new Set(answers)).toEqual(new Set([1]));
    expect(seen.length).toBeGreaterThan(2);
    expect(await titles('late arrival')).toEqual(['Late arrival']);
    expect(await titles('paper lantern')).toEqual([]);
    expect(search.status().state).toBe('outside');
    await close();
  }, 60_000);

  test('the node dies: PostgreSQL answers at once and says so; it comes back: what changed meanwhile is there', async () => {
    const { search, put, titles, close } = await shop();
    await search.rebuild();
    await search.connect();
    lines.length = 0;
    await server.kill();
    expect(await titles('oak chair')).toEqual(['Oak chair']);
    expect(search.status().state).toBe('fallback');
    expect(lines).toContain('OpenSearch does not answer: PostgreSQL searches');
    await put('Glass heron');
    expect(await titles('heron')).toEqual(['Glass heron']);
    expect((await search.suggest({ query: 'glass' })).products).toHaveLength(1);
    await server.restart();
    await expect.poll(() => search.status().state, { timeout: 60_000 }).toBe('outside');
    expect(await titles('heron')).toEqual(['Glass heron']);
    expect(lines.at(-1)).toBe('OpenSearch answers: searching there');
    await close();
  }, 120_000);

  test('an address where nothing listens does not slow searches down', async () => {
    const database = await createTestDatabase();
    const fake = fakeProductSource([searchableProduct({ title: 'Oak chair' })]);
    const index = createOpenSearchIndex({ url: 'http://127.0.0.1:1' });
    const search = createSearch({ db: database.db, source: fake.source, index });
    await expect(search.rebuild()).rejects.toThrow();
    await search.indexProducts(await fake.source.publishedProductIds(null, 10));
    const from = performance.now();
    expect((await search.products(searchInput.parse({ query: 'chair' }))).total).toBe(1);
    expect(performance.now() - from).toBeLessThan(500);
    await search.close();
    await database.close();
  });
});
