import { countStatements, createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  categoriesOutput,
  homeOutput,
  productOutput,
  productsInput,
  productsOutput,
  sellerOutput,
  sellerProductsInput,
  sellerProductsOutput,
} from './contract.ts';
import type { Catalog, SellerProfileDraft } from './index.ts';
import { catalogFixture, memberOf, productDraft, sellerProfile } from './testing.ts';

const clock = fixedClock('2026-06-15T12:00:00Z');
let database: TestDatabase;
let catalog: Catalog;
let seller: SellerProfileDraft;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ catalog, seller } = await catalogFixture(database.db, clock));
});
afterAll(() => database.close());

async function events(): Promise<{ name: string; data: Record<string, unknown> }[]> {
  const { rows } = await database.db.pool.query('select name, data from catalog.outbox order by id');
  return rows;
}
async function noEvents() {
  await database.db.pool.query('delete from catalog.outbox');
}
async function create(overrides: Partial<Parameters<typeof productDraft>[0]> = {}) {
  const [product] = await catalog.upsertProducts([productDraft({ sellerId: seller.sellerId, ...overrides })]);
  if (!product) throw new Error('no product');
  return product;
}
const list = (input: Record<string, unknown>) => catalog.products(productsInput.parse(input));

test('a card that is translated and on sale says so, whatever its texts look like', async () => {
  const title = 'A "title": "bowl", \\ "badges": []';
  const draft = { title, slug: 'odd-bowl', variants: [{ sku: 'ODD-1', price: 900, compareAt: 1200, stock: 2 }] };
  const { id: productId } = await create(draft);
  await database.db.pool.query(
    `insert into catalog.product_translations (product_id, locale, title) values ($1, 'de', 'Eine "Schale" $&')`,
    [productId],
  );
  await database.db.pool.query('select catalog.refresh_cards($1, now())', [[productId]]);
  for (const [locale, shown] of [
    ['en', title],
    ['de', 'Eine "Schale" $&'],
  ] as const) {
    const listed = productsOutput.parse(await list({ locale, onSale: true, limit: 60 }));
    const byId = await catalog.cardsByIds([productId], { locale });
    const card = listed.items.find(({ id }) => id === productId);
    expect(card).toMatchObject({ title: shown, badges: ['sale', 'low-stock'], slug: 'odd-bowl', fromPrice: false });
    expect([card]).toEqual(byId);
  }
});

describe('product', () => {
  test('unknown, draft and archived products are not found', async () => {
    const draft = await create({ status: 'draft' });
    const archived = await create({ status: 'archived' });
    for (const slug of ['no-such-product', draft.slug, archived.slug]) {
      await expect(catalog.product({ slug })).rejects.toMatchObject({ reason: 'product_not_found', code: 'not_found' });
    }
  });

  test('answers the whole page, as the contract says, in one statement', async () => {
    const made = await create({
      slug: 'reading-chair',
      title: 'Reading chair',
      highlights: ['Solid oak'],
      attributes: [{ name: 'Material', value: 'Oak' }],
      options: [
        {
          name: 'Colour',
          values: [
            { value: 'Oak', swatch: '#a97' },
            { value: 'Ash', swatch: null },
          ],
        },
      ],
      variants: [
        { sku: 'RC-1', title: 'Oak', optionValues: { Colour: 'Oak' }, price: 9900, compareAt: 12900, stock: 3 },
        { sku: 'RC-2', title: 'Ash', optionValues: { Colour: 'Ash' }, price: 10900, stock: 0, imageIndex: 1 },
      ],
      reviews: [5, 4, 4, 1, 5, 5].map((rating, index) => ({
        rating,
        title: `Review ${index}`,
        body: 'Good',
        authorName: 'Ada',
        createdAt: new Date(Date.UTC(2026, 4, index + 1)),
      })),
    });
    let output: Awaited<ReturnType<Catalog['product']>> | undefined;
    const statements = await countStatements(database, async () => {
      output = await catalog.product({ slug: 'reading-chair' });
    });
    expect(statements).toBe(1);
    const { product, redirectTo } = productOutput.parse(output);
    expect(redirectTo).toBeNull();
    expect(product).toMatchObject({
      id: made.id,
      seller: { id: seller.sellerId, tagline: 'Made by hand' },
      rating: { average: 4, count: 6, distribution: [1, 0, 0, 2, 3] },
    });
    expect(product.breadcrumbs.map(({ path }) => path)).toEqual(['home-living', 'home-living/chairs']);
    expect(
      product.variants.map((variant) => [variant.sku, variant.price.current.amount, variant.availableQuantity]),
    ).toEqual([
      ['RC-1', 9900, 3],
      ['RC-2', 10900, 0],
    ]);
    expect(product.variants[0]?.price.compareAt).toEqual({ amount: 12900, currency: 'GBP' });
    expect(product.reviews.map(({ title }) => title)).toEqual([
      'Review 5',
      'Review 4',
      'Review 3',
      'Review 2',
      'Review 1',
    ]);
    const [card] = await catalog.cardsByIds([made.id]);
    expect(card).toMatchObject({
      fromPrice: true,
      available: true,
      singleVariantId: null,
      badges: ['sale', 'new', 'low-stock'],
    });
  });

  test('a scheduled sale begins and ends by itself, on the page at once and on cards with the next refresh', async () => {
    const made = await create({
      slug: 'sale-chair',
      variants: [
        {
          sku: 'SC',
          price: 5000,
          stock: 20,
          sale: { amount: 4000, startsAt: new Date('2026-06-16T00:00:00Z'), endsAt: new Date('2026-06-17T00:00:00Z') },
        },
      ],
    });
    const amount = async () =>
      (await catalog.product({ slug: 'sale-chair' })).product.variants[0]?.price.current.amount;
    const cardPrice = async () => (await catalog.cardsByIds([made.id]))[0]?.price;
    expect(await amount()).toBe(5000);
    const local = fixedClock('2026-06-15T12:00:00Z');
    const timed = (await catalogFixture(database.db, local)).catalog;
    local.advance(24 * 3_600_000);
    expect((await timed.product({ slug: 'sale-chair' })).product.variants[0]?.price).toEqual({
      current: { amount: 4000, currency: 'GBP' },
      compareAt: { amount: 5000, currency: 'GBP' },
    });
    expect((await cardPrice())?.current.amount).toBe(5000);
    await noEvents();
    await timed.refreshDueCards();
    expect((await cardPrice())?.current.amount).toBe(4000);
    expect((await events()).map(({ data }) => data.productId)).toContain(made.id);
    local.advance(24 * 3_600_000);
    await timed.refreshDueCards();
    expect(await cardPrice()).toEqual({ current: { amount: 5000, currency: 'GBP' }, compareAt: null });
    expect(await timed.refreshDueCards()).toEqual({ refreshed: 0, published: 0 });
  });

  test('an old slug leads to the new one', async () => {
    const draft = productDraft({ sellerId: seller.sellerId, slug: 'first-name' });
    const [made] = await catalog.upsertProducts([draft]);
    await noEvents();
    const [renamed] = await catalog.upsertProducts([{ ...draft, slug: 'second-name' }]);
    expect(renamed).toMatchObject({ id: made?.id, outcome: 'updated', slug: 'second-name' });
    expect(await catalog.product({ slug: 'first-name' })).toMatchObject({ redirectTo: 'second-name' });
    expect(await events()).toMatchObject([{ data: { slug: 'second-name', previousSlug: 'first-name' } }]);
    await catalog.upsertProducts([draft]);
    expect(await catalog.product({ slug: 'first-name' })).toMatchObject({ redirectTo: null });
    expect(await catalog.product({ slug: 'second-name' })).toMatchObject({ redirectTo: 'first-name' });
  });
});

describe('upsertProducts', () => {
  test('refuses unknown categories and writes nothing', async () => {
    const draft = productDraft({ sellerId: seller.sellerId, categoryPath: 'no/such', slug: 'nowhere' });
    await expect(catalog.upsertProducts([draft])).rejects.toMatchObject({ reason: 'category_unknown' });
    await expect(catalog.product({ slug: 'nowhere' })).rejects.toMatchObject({ reason: 'product_not_found' });
  });

  test('twice the same changes nothing and tells nobody', async () => {
    const drafts = Array.from({ length: 30 }, () => productDraft({ sellerId: seller.sellerId }));
    const first = await catalog.upsertProducts(drafts);
    expect(first.every(({ outcome }) => outcome === 'created')).toBe(true);
    await noEvents();
    const second = await catalog.upsertProducts(drafts);
    expect(second).toEqual(first.map((product) => ({ ...product, outcome: 'unchanged' })));
    expect(await events()).toEqual([]);
  });

  test('a new product with a taken slug gets another one', async () => {
    const one = await create({ slug: 'same-name' });
    const other = await create({ slug: 'same-name' });
    expect(one.slug).toBe('same-name');
    expect(other.slug).toMatch(/^same-name-[0-9a-f]{6}$/);
  });

  test('a variant left out is retired, and comes back with its id; stock stays inventory’s', async () => {
    const variants = [
      { sku: 'A', title: 'A', price: 100, stock: 7 },
      { sku: 'B', title: 'B', price: 200, stock: 7 },
    ];
    const draft = productDraft({ sellerId: seller.sellerId, slug: 'two-variants', variants });
    const [made] = await catalog.upsertProducts([draft]);
    const b = made?.variants.find(({ sku }) => sku === 'B')?.id ?? '';
    await catalog.applyStockChanged([{ variantId: b, available: 2, version: 1 }]);
    await catalog.upsertProducts([{ ...draft, variants: variants.slice(0, 1) }]);
    expect((await catalog.product({ slug: 'two-variants' })).product.variants.map(({ sku }) => sku)).toEqual(['A']);
    expect(await catalog.variantsForCart([b])).toMatchObject([{ published: false }]);
    const [back] = await catalog.upsertProducts([draft]);
    expect(back?.variants.find(({ sku }) => sku === 'B')?.id).toBe(b);
    const { product } = await catalog.product({ slug: 'two-variants' });
    expect(product.variants.map(({ availableQuantity }) => availableQuantity)).toEqual([7, 2]);
  });

  test('1,000 products of 3 variants need few statements', async () => {
    const drafts = Array.from({ length: 1000 }, (_, index) =>
      productDraft({
        sellerId: seller.sellerId,
        title: `Lamp ${index}`,
        categoryPath: 'home-living/lamps',
        variants: ['S', 'M', 'L'].map((size) => ({
          sku: `L${index}-${size}`,
          title: size,
          price: 1000 + index,
          stock: 9,
        })),
      }),
    );
    const statements = await countStatements(database, () => catalog.upsertProducts(drafts));
    expect(statements).toBeLessThanOrEqual(2 * 20);
  });
});

describe('categories', () => {
  test('an orphan is refused', async () => {
    await expect(catalog.upsertCategories([{ path: 'nope/child', name: 'Child' }])).rejects.toMatchObject({
      reason: 'category_parent_unknown',
    });
  });

  test('parents before children, counts with descendants', async () => {
    const output = categoriesOutput.parse(await catalog.categories());
    const paths = output.categories.map(({ path }) => path);
    expect(paths).toEqual(['home-living', 'home-living/chairs', 'home-living/lamps', 'garden']);
    const count = (path: string) => output.categories.find((category) => category.path === path)?.productCount ?? -1;
    expect(count('home-living')).toBe(count('home-living/chairs') + count('home-living/lamps'));
    expect(count('garden')).toBe(0);
  });
});

describe('products', () => {
  test.each(['newest', 'price-asc', 'price-desc', 'rating'] as const)(
    '%s: every product once, in order, one statement a page',
    async (sort) => {
      const seen: string[] = [];
      const prices: number[] = [];
      let cursor: string | undefined;
      do {
        let page: Awaited<ReturnType<typeof list>> | undefined;
        const statements = await countStatements(database, async () => {
          page = productsOutput.parse(await list({ sort, category: 'home-living/lamps', limit: 60, cursor }));
        });
        expect(statements).toBe(1);
        seen.push(...(page?.items.map(({ id }) => id) ?? []));
        prices.push(...(page?.items.map(({ price }) => price.current.amount) ?? []));
        cursor = page?.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toHaveLength(1000);
      expect(new Set(seen).size).toBe(1000);
      if (sort === 'price-asc') expect(prices).toEqual(prices.toSorted((a, b) => a - b));
      if (sort === 'price-desc') expect(prices).toEqual(prices.toSorted((a, b) => b - a));
    },
  );

  test('a cursor of another order or none at all is refused', async () => {
    const { nextCursor } = await list({ sort: 'newest', limit: 2 });
    for (const cursor of [
      nextCursor,
      'x',
      Buffer.from('{}').toString('base64url'),
      Buffer.from('["price-asc",1,"x"]').toString('base64url'),
    ]) {
      await expect(list({ sort: 'price-asc', cursor })).rejects.toMatchObject({ reason: 'cursor_invalid' });
    }
  });

  test('by seller, on sale, and by ids in the order given', async () => {
    const other = sellerProfile({ slug: 'other-shop', name: 'Other shop' });
    await catalog.upsertSellerProfiles([other]);
    const plain = await create({ sellerId: other.sellerId });
    const reduced = await create({
      sellerId: other.sellerId,
      variants: [{ sku: 'R', price: 100, compareAt: 150, stock: 1 }],
    });
    const ids = async (input: Record<string, unknown>) => (await list(input)).items.map(({ id }) => id);
    expect((await ids({ seller: 'other-shop' })).toSorted()).toEqual([plain.id, reduced.id].toSorted());
    expect(await ids({ seller: 'other-shop', onSale: true })).toEqual([reduced.id]);
    expect(await ids({ seller: 'nobody' })).toEqual([]);
    expect(await ids({ ids: [reduced.id, newId(), plain.id] })).toEqual([reduced.id, plain.id]);
  });
});

describe('home and seller pages', () => {
  test('home is one statement and keeps its contract', async () => {
    const statements = await countStatements(database, async () => {
      const output = homeOutput.parse(await catalog.home());
      expect(output.featuredCategories.map(({ path }) => path)).toEqual(['home-living', 'garden']);
      expect(output.deals.every(({ price }) => price.compareAt !== null)).toBe(true);
      expect(output.newArrivals).toHaveLength(12);
      expect(output.sellers.length).toBeGreaterThan(0);
    });
    expect(statements).toBe(1);
  });

  test('unknown seller is not found; a known one has its figures', async () => {
    await expect(catalog.seller({ slug: 'nobody' })).rejects.toMatchObject({ reason: 'seller_not_found' });
    const output = sellerOutput.parse(await catalog.seller({ slug: seller.slug }));
    expect(output.seller.rating).toEqual({ average: 4, count: 6 });
    expect(output.seller.productCount).toBeGreaterThan(1000);
  });

  test('an older word about a seller is ignored; a newer one reaches cards and is told', async () => {
    const profile = sellerProfile({ slug: 'renamed', changedAt: new Date('2026-03-01T00:00:00Z') });
    await catalog.upsertSellerProfiles([profile]);
    const product = await create({ sellerId: profile.sellerId });
    await noEvents();
    await catalog.upsertSellerProfiles([{ ...profile, name: 'Old', changedAt: new Date('2026-02-01T00:00:00Z') }]);
    expect(await events()).toEqual([]);
    await catalog.upsertSellerProfiles([{ ...profile, name: 'New name', changedAt: new Date('2026-04-01T00:00:00Z') }]);
    expect((await catalog.cardsByIds([product.id]))[0]?.seller.name).toBe('New name');
    expect(await events()).toMatchObject([{ name: 'catalog/product.changed', data: { productId: product.id } }]);
  });
});

describe('stock', () => {
  test('newest version wins, late and repeated messages change nothing', async () => {
    const product = await create({ slug: 'stocked', variants: [{ sku: 'ST', price: 100, stock: 50 }] });
    const variantId = product.variants[0]?.id ?? '';
    const available = async () => (await catalog.product({ slug: 'stocked' })).product.variants[0]?.availableQuantity;
    await noEvents();
    expect(await catalog.applyStockChanged([{ variantId, available: 40, version: 2 }])).toEqual({ applied: 1 });
    expect(await events()).toEqual([]);
    expect(await catalog.applyStockChanged([{ variantId, available: 99, version: 1 }])).toEqual({ applied: 0 });
    expect(await catalog.applyStockChanged([{ variantId, available: 40, version: 2 }])).toEqual({ applied: 0 });
    expect(await available()).toBe(40);
    await catalog.applyStockChanged([{ variantId, available: 0, version: 3 }]);
    expect(await available()).toBe(0);
    expect((await catalog.cardsByIds([product.id]))[0]?.available).toBe(false);
    expect(await events()).toHaveLength(1);
    expect(await catalog.applyStockChanged([{ variantId: newId(), available: 1, version: 1 }])).toEqual({ applied: 0 });
  });

  test('on backorder it can be bought and is not called in stock; the day is told, and told anew', async () => {
    const product = await create({ slug: 'later', title: 'Later lamp' });
    const variantId = product.variants[0]?.id ?? '';
    const shown = async () => (await catalog.product({ slug: 'later' })).product.variants[0];
    await noEvents();
    const level = { variantId, available: 10, backorder: 10, expectedOn: '2026-04-02' };
    await catalog.applyStockChanged([{ ...level, version: 20 }]);
    expect(await shown()).toMatchObject({ availableQuantity: 10, backorderQuantity: 10, expectedOn: '2026-04-02' });
    expect((await catalog.cardsByIds([product.id]))[0]).toMatchObject({ available: true, badges: ['new'] });
    await catalog.applyStockChanged([{ ...level, expectedOn: '2026-05-02', version: 21 }]);
    expect(await events()).toHaveLength(2);
    // Fewer of what is not there anyway: no page changes.
    await catalog.applyStockChanged([{ ...level, available: 8, backorder: 8, expectedOn: '2026-05-02', version: 22 }]);
    expect(await events()).toHaveLength(2);
    const input = sellerProductsInput.parse({ sellerId: seller.sellerId, query: 'Later lamp' });
    const rows = (await catalog.sellerProducts(memberOf(seller.sellerId), input)).items;
    expect(rows.find(({ id }) => id === product.id)).toMatchObject({ availableQuantity: 0 });
    // A bundle says what is in it; of what nobody can see any more only the name.
    const part = await create({ slug: 'a-part', title: 'A part' });
    const parts = [{ variantId: part.variants[0]?.id ?? '', quantity: 2 }];
    await catalog.applyStockChanged([{ variantId, available: 8, parts, version: 30 }]);
    expect((await shown())?.parts).toMatchObject([{ slug: 'a-part', title: 'A part', quantity: 2, available: true }]);
    await catalog.applyStockChanged([{ variantId, available: 8, version: 31 }]);
    expect((await shown())?.parts).toEqual([]);
    // Figures that do not fit each other are made to.
    await catalog.applyStockChanged([{ variantId, available: 1, backorder: 3, version: 33 }]);
    expect(await shown()).toMatchObject({ availableQuantity: 1, backorderQuantity: 1, expectedOn: null });
  });
});

describe('seller dashboard', () => {
  test('only members see the list', async () => {
    const input = sellerProductsInput.parse({ sellerId: seller.sellerId });
    await expect(catalog.sellerProducts(memberOf(newId()), input)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('filters, counts and pages, in two statements', async () => {
    const own = sellerProfile({ slug: 'dashboard-shop' });
    await catalog.upsertSellerProfiles([own]);
    const { sellerId } = own;
    await create({ sellerId, status: 'draft', title: '100% wool' });
    await create({ sellerId, status: 'archived' });
    for (const title of ['Wool sock', 'Cotton sock', 'Lamp']) await create({ sellerId, title });
    const read = (input: Record<string, unknown>) =>
      catalog.sellerProducts(memberOf(sellerId), sellerProductsInput.parse({ sellerId, ...input }));
    let all: Awaited<ReturnType<typeof read>> | undefined;
    expect(
      await countStatements(database, async () => {
        all = sellerProductsOutput.parse(await read({}));
      }),
    ).toBe(2);
    expect(all?.counts).toEqual({ all: 5, draft: 1, published: 3, archived: 1, pending: 0, rejected: 0 });
    expect((await read({ query: 'SOCK' })).items).toHaveLength(2);
    expect((await read({ query: '%' })).items.map(({ title }) => title)).toEqual(['100% wool']);
    expect((await read({ status: 'draft' })).items).toHaveLength(1);
    const first = await read({ limit: 2 });
    const second = await read({ limit: 2, cursor: first.nextCursor });
    const third = await read({ limit: 2, cursor: second.nextCursor });
    expect(third.nextCursor).toBeNull();
    expect(new Set([first, second, third].flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(5);
  });
});
