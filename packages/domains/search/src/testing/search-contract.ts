import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock } from '@mallhive/kernel';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { searchInput, searchOutput, suggestInput, suggestOutput } from '../contract.ts';
import { createSearch, type Search } from '../index.ts';
import type { SearchIndex } from '../ports.ts';
import { fakeProductSource } from '../testing.ts';
import { facetsContract } from './contract/facets.ts';
import type { ContractKit } from './contract/kit.ts';
import { languagesContract } from './contract/languages.ts';
import { suggestionsContract } from './contract/suggestions.ts';
import { synonymsContract } from './contract/synonyms.ts';
import { upkeepContract } from './contract/upkeep.ts';
import { wordsContract } from './contract/words.ts';
import { products } from './sample-products.ts';

/**
 * What every engine does the same. Without `index` PostgreSQL answers; with one it has to, which is checked at the end.
 */
export function searchContract(name: string, index: () => SearchIndex | null): void {
  describe(`search in ${name}`, () => {
    const clock = fixedClock('2026-06-15T12:00:00Z');
    const fake = fakeProductSource(Object.values(products));
    let database: TestDatabase;
    let search: Search;
    let own: boolean;

    beforeAll(async () => {
      database = await createTestDatabase();
      const outside = index();
      own = outside === null;
      search = createSearch({ db: database.db, source: fake.source, clock, index: outside });
      expect(await search.rebuild()).toEqual({ indexed: Object.keys(products).length, removed: 0 });
      expect(await search.connect()).toBe(true);
    });
    afterAll(async () => {
      expect(search.status().state).toBe(own ? 'own' : 'outside');
      await search.close();
      await database.close();
    });

    const find: ContractKit['find'] = async (input) =>
      searchOutput.parse(await search.products(searchInput.parse(input)));
    const kit: ContractKit = {
      get search() {
        return search;
      },
      get database() {
        return database;
      },
      get own() {
        return own;
      },
      fake,
      find,
      titles: async (input) => (await find(input)).items.map(({ title }) => title),
      typing: async (query, more = {}) =>
        suggestOutput.parse(await search.suggest(suggestInput.parse({ query, ...more }))),
      facet: (output, facetName) =>
        Object.fromEntries(
          output.facets.find((candidate) => candidate.name === facetName)?.values.map((v) => [v.value, v.count]) ?? [],
        ),
    };
    wordsContract(kit);
    facetsContract(kit);
    suggestionsContract(kit);
    languagesContract(kit);
    synonymsContract(kit);
    upkeepContract(kit);
  });
}
