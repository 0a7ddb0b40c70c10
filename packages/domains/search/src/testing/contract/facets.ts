import { describe, expect, test } from 'vitest';
import type { ContractKit } from './kit.ts';

/** Counts, filters, orders and pages. */
export function facetsContract(kit: ContractKit): void {
  const { find, titles, facet } = kit;

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
      expect(red.facets.find(({ name }) => name === 'Colour')?.values.map(({ chosen }) => chosen)).toEqual([
        true,
        false,
      ]);

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
}
