import { describe, expect, test } from 'vitest';
import { analyticsOutput, clickInput } from '../../contract.ts';
import { searchableProduct } from '../../testing.ts';
import { products } from '../sample-products.ts';
import type { ContractKit } from './kit.ts';

/** Figures of what was searched, and the index following the catalog. */
export function upkeepContract(kit: ContractKit): void {
  const { find, titles, fake } = kit;

  describe('figures', () => {
    test('what was searched, opened and not found', async () => {
      const id = products.lamp.productId;
      const click = (query: string, position: number) =>
        kit.search.click(clickInput.parse({ query, productId: id, position }), '198.51.100.7');
      await find({ query: 'Café Lamp' });
      await find({ query: 'qqqqqqqq' });
      await click('café  lamp', 2);
      await click('cafe lamp', 4);
      await click('never searched', 1);
      const output = analyticsOutput.parse(await kit.search.analytics({ days: 7 }));
      expect(output.top.find(({ query }) => query === 'cafe lamp')).toMatchObject({
        clicks: 2,
        averagePosition: 3,
        nothing: 0,
      });
      expect(output.nothingFound.find(({ query }) => query === 'qqqqqqqq')).toMatchObject({
        nothing: 1,
        lastTotal: 0,
      });
      expect(output.top.some(({ query }) => query === 'never searched')).toBe(false);
      expect(output.days).toHaveLength(7);
      expect(output.days.at(-1)).toMatchObject({ day: '2026-06-15', clicks: 2 });
      expect(output.engine.state).toBe(kit.own ? 'own' : 'outside');
    });
  });

  describe('index', () => {
    const kettle = searchableProduct({ title: 'Copper kettle', colour: 'Copper' });
    const { productId } = kettle;

    test('follows the catalog, tells of it, and a repeat does no harm', async () => {
      fake.put(kettle);
      expect(await kit.search.indexProducts([productId, productId])).toEqual({ indexed: 1, removed: 0 });
      expect(await kit.search.indexProducts([productId])).toEqual({ indexed: 1, removed: 0 });
      expect(await titles({ query: 'kettle' })).toEqual(['Copper kettle']);
      const { rows } = await kit.database.db.pool.query(
        `select data from search.outbox where name = 'search/product.indexed' and data->>'productId' = '${productId}'`,
      );
      expect(rows.map(({ data }) => data.productId)).toEqual([productId, productId]);
      fake.put({
        ...kettle,
        title: 'Steel kettle',
        revision: kettle.revision + 100_000,
        card: { ...kettle.card, title: 'Steel kettle' },
      });
      await kit.search.indexProducts([productId]);
      expect(await titles({ query: 'steel' })).toEqual(['Steel kettle']);
      expect(await titles({ query: 'copper kettle' })).toEqual(['Steel kettle']);
    });

    test('an older copy never replaces a newer one', async () => {
      fake.put(kettle);
      await kit.search.indexProducts([productId]);
      expect(await titles({ query: 'kettle' })).toEqual(['Steel kettle']);
    });

    test('withdrawn products disappear, by event and by rebuild', async () => {
      fake.withdraw(productId);
      expect(await kit.search.indexProducts([productId])).toEqual({ indexed: 0, removed: 1 });
      expect(await find({ query: 'kettle' })).toMatchObject({ total: 0 });
      fake.put({ ...kettle, revision: kettle.revision + 200_000 });
      await kit.search.indexProducts([productId]);
      fake.withdraw(productId);
      expect(await kit.search.rebuild()).toEqual({ indexed: 5, removed: 1 });
      const { rows } = await kit.database.db.pool.query(`select 1 from search.terms where word = 'kettle'`);
      expect(rows).toEqual([]);
    });
  });
}
