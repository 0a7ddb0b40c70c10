import { countStatements } from '@mallhive/db/testing';
import { describe, expect, test } from 'vitest';
import type { ContractKit } from './kit.ts';

/** As somebody types. */
export function suggestionsContract(kit: ContractKit): void {
  const { find, typing } = kit;

  describe('suggest', () => {
    test('products, categories and what others searched', async () => {
      await find({ query: 'chair cushion' });
      await find({ query: 'chair' });
      await kit.search.analytics({ days: 1 });
      const output = await typing('cha');
      expect(output.products.map(({ title }) => title)).toContain('Red oak chair');
      expect(output.categories).toEqual([{ path: 'home-living/chairs', name: 'Chairs' }]);
      expect(output.queries).toContain('chair');
      expect(await countStatements(kit.database, () => typing('cha'))).toBe(1);
    });

    test('a typo on the way still finds titles; nonsense finds nothing', async () => {
      expect((await typing('beesvax')).products.map(({ title }) => title)).toEqual(['Beeswax candles']);
      expect(await typing('xqzkw')).toEqual({ products: [], categories: [], queries: [] });
      expect(await typing('%_')).toEqual({ products: [], categories: [], queries: [] });
    });

    test('searches are counted by day', async () => {
      const { rows } = await kit.database.db.pool.query(
        `select searches from search.queries where query = 'chair' and day = '2026-06-15'`,
      );
      expect(rows[0]?.searches).toBeGreaterThanOrEqual(1);
    });
  });
}
