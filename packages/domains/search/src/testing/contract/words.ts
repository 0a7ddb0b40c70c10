import { countStatements } from '@mallhive/db/testing';
import { describe, expect, test } from 'vitest';
import { searchableProduct } from '../../testing.ts';
import type { ContractKit } from './kit.ts';

/** What is found by which words, and what helps when that is little or nothing. */
export function wordsContract(kit: ContractKit): void {
  const { find, titles, fake } = kit;

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
      for (const query of ['BW-77', 'bw77', 'bw 77', 'BW77'])
        expect(await titles({ query })).toEqual(['Beeswax candles']);
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
      expect(await countStatements(kit.database, () => find({ query: 'chair', filters: { Colour: ['Red'] } }))).toBe(
        kit.own ? 1 : 2,
      );
      expect(await countStatements(kit.database, () => find({ category: 'home-living' }))).toBe(kit.own ? 1 : 2);
      expect(await countStatements(kit.database, () => find({ query: 'xqzk wvxy' }))).toBeLessThanOrEqual(4);
    });
  });

  describe('help with what finds little or nothing', () => {
    test('nothing at all: departments to go on from', async () => {
      const output = await find({ query: 'zzzzzzzzzzzz' });
      expect(output.popularCategories).toEqual([{ path: 'home-living', name: 'Home & living', count: 4 }]);
      expect((await find({ query: 'lamp' })).popularCategories).toEqual([]);
    });

    test('a word that nothing has is left out, and named', async () => {
      const output = await find({ query: 'oak chair zzzzzzzzzzzz' });
      expect(output.droppedWords).toEqual(['zzzzzzzzzzzz']);
      expect(output.items.map(({ title }) => title)).toContain('Red oak chair');
    });

    test('a rare word that is nearly a common one: did you mean', async () => {
      const many = Array.from({ length: 24 }, (_, index) => searchableProduct({ title: `Garden bench ${index}` }));
      const rare = searchableProduct({ title: 'Benth vase' });
      fake.put(...many, rare);
      const ids = [...many, rare].map(({ productId }) => productId);
      await kit.search.indexProducts(ids);
      if (kit.own) await kit.search.rebuild();
      const output = await find({ query: 'benth' });
      expect(output.items.map(({ title }) => title)).toEqual(['Benth vase']);
      expect(output.didYouMean).toBe('bench');
      expect((await find({ query: 'bench' })).didYouMean).toBeNull();
      for (const id of ids) fake.withdraw(id);
      await kit.search.indexProducts(ids);
    });
  });
}
