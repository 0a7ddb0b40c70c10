import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchableProduct } from '../../testing.ts';
import type { ContractKit } from './kit.ts';

/** Every language and currency of the shop. */
export function languagesContract(kit: ContractKit): void {
  const { find, titles, typing, fake } = kit;

  describe('languages and currencies', () => {
    const sofa = searchableProduct({
      title: 'Velvet sofa',
      colour: 'Red',
      price: 90_000,
      prices: { EUR: 105_000, JPY: 180_000 },
      categories: [{ path: 'home-living', name: 'Home & living', names: { de: 'Wohnen' } }],
      attributes: [{ name: 'Material', value: 'Velvet', names: { de: 'Stoff' }, values: { de: 'Samt' } }],
      translations: {
        de: { title: 'Samtsofa mit Häuserblick', subtitle: '', description: '', highlights: [] },
        ar: { title: 'أريكة مخملية', subtitle: '', description: '', highlights: [] },
      },
    });
    beforeAll(async () => {
      fake.put(sofa);
      await kit.search.indexProducts([sofa.productId]);
    });
    afterAll(async () => {
      fake.withdraw(sofa.productId);
      await kit.search.indexProducts([sofa.productId]);
    });

    test('words and titles of the language, stemmed in its way; what is not translated answers in English', async () => {
      expect(await titles({ query: 'samtsofas', locale: 'de' })).toEqual(['Samtsofa mit Häuserblick']);
      expect(await titles({ query: 'مخملية', locale: 'ar' })).toEqual(['أريكة مخملية']);
      expect(await titles({ query: 'samtsofa' })).toEqual([]);
      expect(await titles({ query: 'sofa', locale: 'fr' })).toEqual(['Velvet sofa']);
      expect(await titles({ query: 'lamp', locale: 'de' })).toEqual(['Café lamp']);
      expect((await typing('samts', { locale: 'de' })).products.map(({ title }) => title)).toEqual([
        'Samtsofa mit Häuserblick',
      ]);
    });

    test('facets are called as in the language, and chosen by the same value in all of them', async () => {
      const output = await find({ query: 'samtsofa', locale: 'de', filters: { Material: ['Velvet'] } });
      expect(output.facets.find(({ name }) => name === 'Material')).toMatchObject({
        label: 'Stoff',
        values: [{ value: 'Velvet', label: 'Samt', count: 1, chosen: true }],
      });
      expect(output.facets.find(({ name }) => name === 'category')?.values[0]?.label).toBe('Wohnen');
    });

    test('prices, their range and their order are those of the currency', async () => {
      const euros = await find({ query: 'sofa', currency: 'EUR', priceMin: 100_000, priceMax: 110_000 });
      expect(euros.items[0]?.price.current).toEqual({ amount: 105_000, currency: 'EUR' });
      expect(euros.priceRange).toEqual({ min: 105_000, max: 105_000 });
      expect((await find({ query: 'sofa', priceMin: 100_000 })).total).toBe(0);
      expect((await find({ currency: 'JPY', sort: 'price-desc' })).items[0]?.title).toBe('Velvet sofa');
      expect((await typing('velvet so', { currency: 'JPY' })).products[0]?.price).toEqual({
        amount: 180_000,
        currency: 'JPY',
      });
    });
  });
}
