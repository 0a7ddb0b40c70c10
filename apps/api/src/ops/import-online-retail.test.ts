import { Readable } from 'node:stream';
import { shopPeriodInput } from '@mallhive/analytics/dashboards';
import { readOnlineRetail } from '@mallhive/importer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importOnlineRetail } from './import-online-retail.ts';
import { createTestShop, type TestShop } from './test-shop.ts';

const file = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
536365,71053,WHITE METAL LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom
536366,84997A,GREEN 3 PIECE POLKADOT CUTLERY SET,2,2010-12-01 09:26:00,4.15,13047.0,EIRE
536366,84997B,RED 3 PIECE POLKADOT CUTLERY SET,1,2010-12-01 09:26:00,4.15,13047.0,EIRE
536366,POST,POSTAGE,1,2010-12-01 09:26:00,18,13047.0,EIRE
C536367,85123A,WHITE HANGING HEART T-LIGHT HOLDER,-2,2010-12-02 10:00:00,2.55,17850.0,United Kingdom
536368,71053,WHITE METAL LANTERN,1,2010-12-02 11:00:00,3.39,,Unspecified
`;
const quiet = { stage: () => undefined, update: () => undefined, end: () => undefined };
const tables = [
  'identity.users',
  'catalog.products',
  'catalog.variants',
  'cart.stock_levels',
  'orders.orders',
  'orders.sub_orders',
  'orders.order_lines',
  'analytics.sale_facts',
  'search.order_items',
];

describe('importing Online Retail', () => {
  let shop: TestShop;
  const counts = async () => await Promise.all(tables.map((table) => shop.count(table)));
  const run = async () =>
    await importOnlineRetail(shop, await readOnlineRetail(Readable.from([file]), { compressed: false }), quiet);
  beforeAll(async () => {
    shop = await createTestShop();
  });
  afterAll(() => shop.close());

  it('makes products, customers and orders, and the second time nothing', async () => {
    expect(await run()).toEqual({
      products: { created: 3, updated: 0, unchanged: 0 },
      customers: { created: 2, known: 0 },
      orders: { imported: 3, known: 0 },
    });
    const first = await counts();
    expect(await run()).toEqual({
      products: { created: 0, updated: 0, unchanged: 3 },
      customers: { created: 0, known: 2 },
      orders: { imported: 0, known: 3 },
    });
    expect(await counts()).toEqual(first);
    expect(first).toEqual([2, 3, 4, 4, 3, 3, 5, 5, 4]);
  });

  it('the figures of every month and country are those of the file', async () => {
    await run();
    const countries = { 'United Kingdom': 'GB', EIRE: 'IE', Unspecified: 'ZZ' } as Record<string, string>;
    // A unit that was given back in the file was not sold; fees are no goods.
    const direct = new Map<string, number>();
    for (const row of file.trim().split('\n').slice(1)) {
      const [, code, , quantity, , price, , country = ''] = row.split(',');
      if (code === 'POST') continue;
      const key = countries[country] ?? country;
      direct.set(key, (direct.get(key) ?? 0) + Number(quantity) * Math.round(Number(price) * 100));
    }
    const december = shopPeriodInput.parse({ from: '2010-12-01', to: '2010-12-31' });
    const figures = await shop.facades.analytics.shopSales(december);
    expect(new Map(figures.countries.map(({ country, net }) => [country, net]))).toEqual(direct);
    expect(figures.totals.net).toBe([...direct.values()].reduce((sum, value) => sum + value, 0));
    const around = shopPeriodInput.parse({ from: '2010-11-01', to: '2010-11-30' });
    expect((await shop.facades.analytics.shopSales(around)).totals.net).toBe(0);
  });

  it('can be found in its category, and a cancelled unit was not sold', async () => {
    const { items, total } = await shop.facades.search.products({
      query: 'lantern',
      filters: {},
      inStock: false,
      onSale: false,
      sort: 'relevance',
      limit: 10,
    });
    expect(total).toBe(1);
    expect(items[0]?.title).toBe('White Metal Lantern');
    const sold = await shop.db.pool.query(
      `select sum(quantity)::int as units from orders.order_lines where sku = '85123A'`,
    );
    expect(sold.rows[0]?.units).toBe(4);
  });
});
