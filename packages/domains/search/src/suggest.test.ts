import { countStatements, createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { suggestInput } from './contract.ts';
import { createSearch, type Search } from './index.ts';
import { fakeProductSource, searchableProduct } from './testing.ts';

/** More than are all put in order by their words. */
const many = 450;

describe('suggestions where many products match', () => {
  const benches = Array.from({ length: many }, (_, index) =>
    searchableProduct({
      title: `Garden bench ${index}`,
      available: index !== 7,
      ...(index === 3 && {
        translations: { de: { title: 'Bench am See', subtitle: '', description: '', highlights: [] } },
      }),
    }),
  );
  const begins = searchableProduct({ title: 'Bench cushion' });
  const gone = searchableProduct({ title: 'Bench cover', available: false });
  const lamp = searchableProduct({ title: 'Café lamp' });
  let database: TestDatabase;
  let search: Search;
  beforeAll(async () => {
    database = await createTestDatabase();
    search = createSearch({ db: database.db, source: fakeProductSource([...benches, begins, gone, lamp]).source });
    await search.rebuild();
    const loved = [benches[7], benches[9]].map((product) => `'${product?.productId}'`).join(', ');
    await database.db.pool.query(`update search.documents set popularity = 9 where product_id in (${loved})`);
  });
  afterAll(async () => {
    await search.close();
    await database.close();
  });
  const typing = async (query: string, locale = 'en') =>
    (await search.suggest(suggestInput.parse({ query, locale }))).products.map(({ title }) => title);

  test('what begins so first, then the most popular; what is sold out last', async () => {
    const found = await typing('bench');
    expect(found.slice(0, 2)).toEqual(['Bench cushion', 'Garden bench 9']);
    expect(found).toHaveLength(5);
    expect(found).not.toContain('Bench cover');
    expect(await countStatements(database, () => typing('bench'))).toBe(1);
  });

  test('in another language its own titles, and English ones beside them, each once', async () => {
    const found = await typing('bench', 'de');
    expect(found.slice(0, 2).toSorted()).toEqual(['Bench am See', 'Bench cushion']);
    expect(found).not.toContain('Garden bench 3');
    expect(new Set(found).size).toBe(5);
  });

  test('words misspelt on the way, alone and beside right ones', async () => {
    expect(await typing('cushon')).toEqual(['Bench cushion']);
    expect(await typing('bensh cushon')).toEqual(['Bench cushion']);
    expect(await typing('cafe lanp')).toEqual(['Café lamp']);
  });

  test('words that no product has together: what has some of them, in at most four statements', async () => {
    expect((await typing('cushion lamp')).toSorted()).toEqual(['Bench cushion', 'Café lamp']);
    expect(await countStatements(database, () => typing('cushion lamp'))).toBeLessThanOrEqual(4);
  });

  test('one letter and nonsense ask once or twice, and find nothing', async () => {
    expect(await typing('q')).toEqual([]);
    expect(await countStatements(database, () => typing('q'))).toBe(1);
    expect(await countStatements(database, () => typing('xqzkw'))).toBe(2);
  });
});
