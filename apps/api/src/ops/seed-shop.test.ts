import { generateShop } from '@mallhive/seed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedShop } from './seed-shop.ts';
import { createTestShop, type TestShop } from './test-shop.ts';

const tables = [
  'identity.users',
  'catalog.products',
  'catalog.variants',
  'catalog.reviews',
  'cart.stock_levels',
  'orders.orders',
  'orders.order_lines',
];

describe('the demo shop in the database', () => {
  let shop: TestShop;
  const generated = generateShop({ now: new Date() });
  const counts = async () => await Promise.all(tables.map((table) => shop.count(table)));
  beforeAll(async () => {
    shop = await createTestShop();
    await seedShop(shop, generated, () => undefined);
  }, 120_000);
  afterAll(() => shop.close());

  it('can be found, browsed and recommended', async () => {
    const all = await shop.facades.search.products({
      query: '',
      filters: {},
      inStock: false,
      onSale: false,
      sort: 'popular',
      limit: 24,
    });
    expect(all.total).toBe(generated.products.length);
    const { categories } = await shop.facades.catalog.categories();
    expect(categories.filter(({ path }) => path.includes('/')).every(({ productCount }) => productCount > 0)).toBe(
      true,
    );
    const trending = await shop.facades.search.recommend({ kind: 'trending', limit: 12 });
    expect(trending.items.length).toBeGreaterThanOrEqual(8);
    const popular = all.items[0]?.id ?? '';
    const bought = await shop.facades.search.recommend({ kind: 'also-bought', productId: popular, limit: 8 });
    expect(bought.items.length).toBeGreaterThan(0);
  });

  it('gives a demo account its shop and its figures', async () => {
    const account = generated.accounts.find(({ role }) => role === 'seller');
    const { user } = await shop.facades.identity.signIn({
      email: account?.email ?? '',
      password: account?.password ?? '',
    });
    const sellerId = user.memberships[0]?.sellerId ?? '';
    expect(user.memberships[0]?.slug).toBe(account?.sellerSlug);
    const figures = await shop.facades.analytics.sellerToday(user, { sellerId, timeZone: 'Europe/London' });
    expect(figures.yesterday.orders).toBeGreaterThan(0);
    expect(figures.daily.filter(({ orders }) => orders > 0).length).toBeGreaterThan(20);
    expect(figures.topProducts.length).toBeGreaterThan(0);
  });

  it('changes nothing the second time', async () => {
    const before = await counts();
    await seedShop(shop, generated, () => undefined);
    expect(await counts()).toEqual(before);
    expect(before.every((count) => count > 0)).toBe(true);
  }, 120_000);
});
