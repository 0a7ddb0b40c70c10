import { createOpenSearchIndex } from '@mallhive/adapter-opensearch';
import { createTestDatabase } from '@mallhive/db/testing';
import { createSearch } from '@mallhive/search';
import { fakeProductSource } from '@mallhive/search/testing';
import { describe, expect, test } from 'vitest';
import { startOpenSearch } from '../../servers/opensearch.ts';
import { kinds, knownItems } from './queries.ts';
import { demoCatalogue, sampleQuality } from './sample.ts';

const products = demoCatalogue();

/** The whole measurement is `npm run bench:search`; this notices when a change makes searches worse. */
const wanted = {
  exact: 0.99,
  'one typo': 0.95,
  'two typos': 0.85,
  reordered: 0.97,
  'words dropped': 0.9,
  prefix: 0.95,
};

test('the same seed asks the same, and every kind is asked', () => {
  const titles = products.map(({ title }) => title);
  expect(knownItems(titles, 5)).toEqual(knownItems(titles, 5));
  expect(new Set(knownItems(titles, 5).map(({ kind }) => kind))).toEqual(new Set(kinds));
});

describe('what is known to be wanted is found', () => {
  test('in PostgreSQL and in OpenSearch', async () => {
    const [database, node] = await Promise.all([createTestDatabase(), startOpenSearch()]);
    const { source } = fakeProductSource(products);
    const openSearch = createSearch({
      db: database.db,
      source,
      index: createOpenSearchIndex({ url: node.url, searchTimeoutMs: 10_000 }),
    });
    const postgres = createSearch({ db: database.db, source });
    try {
      await openSearch.rebuild();
      expect(await openSearch.connect()).toBe(true);
      for (const search of [postgres, openSearch]) {
        const found = await sampleQuality(search, products);
        for (const kind of kinds) {
          const { state } = search.status();
          expect([state, kind, found[kind].ten >= wanted[kind], found[kind]]).toEqual([state, kind, true, found[kind]]);
        }
      }
      expect(openSearch.status().state).toBe('outside');
    } finally {
      await openSearch.close();
      await postgres.close();
      await node.stop();
      await database.close();
    }
  }, 180_000);
});
