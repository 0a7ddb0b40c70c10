import { countStatements, createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  analyticsOutput,
  clickInput,
  saveSynonymInput,
  searchInput,
  searchOutput,
  suggestInput,
  suggestOutput,
} from '../contract.ts';
import { createSearch, type Search } from '../index.ts';
import type { SearchIndex } from '../ports.ts';
import { fakeProductSource, searchableProduct } from '../testing.ts';
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

    const find = async (input: Record<string, unknown>) =>
      searchOutput.parse(await search.products(searchInput.parse(input)));
    const typing = async (query: string, more: object = {}) =>
      suggestOutput.parse(await search.suggest(suggestInput.parse({ query, ...more })));
    const titles = async (input: Record<string, unknown>) => (await find(input)).items.map(({ title }) => title);
    const facet = (output: Awaited<ReturnType<typeof find>>, name: string) =>
      Object.fromEntries(
        output.facets.find((candidate) => candidate.name === name)?.values.map((v) => [v.value, v.count]) ?? [],
      );

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
        expect(await countStatements(database, () => find({ query: 'chair', filters: { Colour: ['Red'] } }))).toBe(
          own ? 1 : 2,
        );
        expect(await countStatements(database, () => find({ category: 'home-living' }))).toBe(own ? 1 : 2);
        expect(await countStatements(database, () => find({ query: 'xqzk wvxy' }))).toBeLessThanOrEqual(4);
      });
    });

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

    describe('suggest', () => {
      test('products, categories and what others searched', async () => {
        await find({ query: 'chair cushion' });
        await find({ query: 'chair' });
        await search.analytics({ days: 1 });
        const output = await typing('cha');
        expect(output.products.map(({ title }) => title)).toContain('Red oak chair');
        expect(output.categories).toEqual([{ path: 'home-living/chairs', name: 'Chairs' }]);
        expect(output.queries).toContain('chair');
        expect(await countStatements(database, () => typing('cha'))).toBe(1);
      });

      test('a typo on the way still finds titles; nonsense finds nothing', async () => {
        expect((await typing('beesvax')).products.map(({ title }) => title)).toEqual(['Beeswax candles']);
        expect(await typing('xqzkw')).toEqual({ products: [], categories: [], queries: [] });
        expect(await typing('%_')).toEqual({ products: [], categories: [], queries: [] });
      });

      test('searches are counted by day', async () => {
        const { rows } = await database.db.pool.query(
          `select searches from search.queries where query = 'chair' and day = '2026-06-15'`,
        );
        expect(rows[0]?.searches).toBeGreaterThanOrEqual(1);
      });
    });

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
        await search.indexProducts([sofa.productId]);
      });
      afterAll(async () => {
        fake.withdraw(sofa.productId);
        await search.indexProducts([sofa.productId]);
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

    describe('synonyms', () => {
      const actor = { kind: 'administrator', userId: newId() } as const;
      const save = (input: object) =>
        search.saveSynonym(actor, saveSynonymInput.parse({ id: newId(), locale: 'en', ...input }));

      test('two-way, one-way, of several words, in their language only; gone when deleted', async () => {
        expect((await find({ query: 'luminaire' })).total).toBe(0);
        const two = await save({ kind: 'two_way', terms: ['luminaire', 'lamp', 'reading light'] });
        expect(await titles({ query: 'luminaire' })).toEqual(['Café lamp']);
        expect(await titles({ query: 'cafe reading light' })).toEqual(['Café lamp']);
        expect((await find({ query: 'luminaire', locale: 'fr' })).total).toBe(0);
        const one = await save({ kind: 'one_way', terms: ['furniture'], replacements: ['oak chair', 'stool'] });
        expect((await titles({ query: 'furniture' })).toSorted()).toEqual([
          'Bar stool',
          'Blue oak chair',
          'Red oak chair',
        ]);
        await search.deleteSynonym(actor, two.id);
        await search.deleteSynonym(actor, one.id);
        await search.deleteSynonym(actor, one.id);
        expect((await find({ query: 'furniture' })).total).toBe(0);
        expect(await search.synonyms('en')).toEqual([]);
        const audit = await database.db.pool.query('select action from search.audit_entries order by at, id');
        expect(audit.rows.map(({ action }) => action).toSorted()).toEqual([
          'synonym.create',
          'synonym.create',
          'synonym.delete',
          'synonym.delete',
        ]);
      });

      test('what is no synonym is refused, and so is the second of two writers', async () => {
        for (const draft of [
          { kind: 'two_way', terms: ['Lamp', 'lamp!'] },
          { kind: 'one_way', terms: ['lamp'], replacements: ['!!'] },
        ]) {
          await expect(save(draft)).rejects.toMatchObject({ reason: 'synonym_incomplete' });
        }
        const first = await save({ kind: 'two_way', terms: ['a', 'b'] });
        const edit = (version?: number) => save({ id: first.id, kind: 'two_way', terms: ['a', 'c'], version });
        const both = await Promise.allSettled([edit(1), edit(1)]);
        expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
        await expect(edit()).rejects.toMatchObject({ reason: 'synonym_changed' });
        await search.deleteSynonym(actor, first.id);
        await expect(edit(2)).rejects.toMatchObject({ reason: 'synonym_changed' });
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
        await search.indexProducts(ids);
        if (own) await search.rebuild();
        const output = await find({ query: 'benth' });
        expect(output.items.map(({ title }) => title)).toEqual(['Benth vase']);
        expect(output.didYouMean).toBe('bench');
        expect((await find({ query: 'bench' })).didYouMean).toBeNull();
        for (const id of ids) fake.withdraw(id);
        await search.indexProducts(ids);
      });
    });

    describe('figures', () => {
      test('what was searched, opened and not found', async () => {
        const id = products.lamp.productId;
        const click = (query: string, position: number) =>
          search.click(clickInput.parse({ query, productId: id, position }));
        await find({ query: 'Café Lamp' });
        await find({ query: 'qqqqqqqq' });
        await click('café  lamp', 2);
        await click('cafe lamp', 4);
        await click('never searched', 1);
        const output = analyticsOutput.parse(await search.analytics({ days: 7 }));
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
        expect(output.engine.state).toBe(own ? 'own' : 'outside');
      });
    });

    describe('index', () => {
      const kettle = searchableProduct({ title: 'Copper kettle', colour: 'Copper' });
      const { productId } = kettle;

      test('follows the catalog, tells of it, and a repeat does no harm', async () => {
        fake.put(kettle);
        expect(await search.indexProducts([productId, productId])).toEqual({ indexed: 1, removed: 0 });
        expect(await search.indexProducts([productId])).toEqual({ indexed: 1, removed: 0 });
        expect(await titles({ query: 'kettle' })).toEqual(['Copper kettle']);
        const { rows } = await database.db.pool.query(
          `select data from search.outbox where name = 'search/product.indexed' and data->>'productId' = '${productId}'`,
        );
        expect(rows.map(({ data }) => data.productId)).toEqual([productId, productId]);
        fake.put({
          ...kettle,
          title: 'Steel kettle',
          revision: kettle.revision + 100_000,
          card: { ...kettle.card, title: 'Steel kettle' },
        });
        await search.indexProducts([productId]);
        expect(await titles({ query: 'steel' })).toEqual(['Steel kettle']);
        expect(await titles({ query: 'copper kettle' })).toEqual(['Steel kettle']);
      });

      test('an older copy never replaces a newer one', async () => {
        fake.put(kettle);
        await search.indexProducts([productId]);
        expect(await titles({ query: 'kettle' })).toEqual(['Steel kettle']);
      });

      test('withdrawn products disappear, by event and by rebuild', async () => {
        fake.withdraw(productId);
        expect(await search.indexProducts([productId])).toEqual({ indexed: 0, removed: 1 });
        expect(await find({ query: 'kettle' })).toMatchObject({ total: 0 });
        fake.put({ ...kettle, revision: kettle.revision + 200_000 });
        await search.indexProducts([productId]);
        fake.withdraw(productId);
        expect(await search.rebuild()).toEqual({ indexed: 5, removed: 1 });
        const { rows } = await database.db.pool.query(`select 1 from search.terms where word = 'kettle'`);
        expect(rows).toEqual([]);
      });
    });
  });
}
