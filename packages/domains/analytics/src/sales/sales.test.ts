import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { salesOutput, sellerPeriodInput, shopPeriodInput, shoppersOutput } from '../dashboards/contract.ts';
import { type Analytics, createAnalytics, type PartRow, type SaleRow, shopperOf } from '../index.ts';
import { saleRow } from '../testing.ts';

let database: TestDatabase;
let analytics: Analytics;
const category = newId();
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const partOf = (row: SaleRow, overrides: Partial<PartRow> = {}): PartRow => ({
  orderId: row.orderId,
  sellerId: row.sellerId,
  shopper: shopperOf('mary@example.test'),
  shipping: 0,
  tax: 0,
  taxOnTop: 0,
  ...overrides,
});
const of = (sellerId: string) => ({ id: newId(), memberships: [{ sellerId }] });
const june = { from: '2026-06-01', to: '2026-06-30' };
const sales = async (sellerId: string, period = june) =>
  salesOutput.parse(await analytics.sellerSales(of(sellerId), sellerPeriodInput.parse({ sellerId, ...period })));
const shop = async () => salesOutput.parse(await analytics.shopSales(shopPeriodInput.parse(june)));
const record = async (rows: SaleRow[], parts: PartRow[] = []) => {
  await analytics.recordSales(rows, parts);
  return await analytics.rollUpSales();
};

beforeAll(() => {
  analytics = createAnalytics({
    db: database.db,
    owners: {
      sellersOfProducts: async () => new Map(),
      categoriesOfProducts: async (ids) => new Map(ids.map((id) => [id, category])),
    },
    currency: 'GBP',
    clock: fixedClock('2026-06-15T12:30:00Z'),
  });
});

describe('whose figures', () => {
  test('strangers are refused, and periods that cannot be', async () => {
    const sellerId = newId();
    const input = sellerPeriodInput.parse({ sellerId, ...june });
    for (const read of [analytics.sellerSales, analytics.sellerProductSales, analytics.sellerShoppers]) {
      expect(() => read(of(newId()), input)).toThrow(expect.objectContaining({ reason: 'not_a_member' }));
    }
    expect(sellerPeriodInput.safeParse({ sellerId, from: '2026-06-02', to: '2026-06-01' }).success).toBe(false);
    expect(sellerPeriodInput.safeParse({ sellerId, from: '2010-01-01', to: '2026-06-01' }).success).toBe(false);
  });

  test('without sales everything is zero, every day is there', async () => {
    const output = await sales(newId());
    expect(output.totals).toMatchObject({ orders: 0, net: 0 });
    expect(output.days).toHaveLength(30);
    expect(output.before).toEqual({ from: '2026-05-02', to: '2026-05-31' });
    expect(output.countries).toEqual([]);
  });
});

describe('the roll-up', () => {
  test('counts a sale once: told twice, rolled up by many at once, and late for a day long past', async () => {
    const [sellerId, other, orderId] = [newId(), newId(), newId()];
    const before = await shop();
    const rows = [
      saleRow({ sellerId, orderId, revenue: 1000, discount: 100, units: 2 }),
      saleRow({ sellerId, orderId, revenue: 500 }),
      saleRow({ sellerId: other, orderId, revenue: 300, country: 'GB' }),
    ];
    const parts = [
      partOf(rows[0] as SaleRow, { shipping: 250, tax: 275 }),
      partOf(rows[2] as SaleRow, { taxOnTop: 60, tax: 60 }),
    ];
    await Promise.all([analytics.recordSales(rows, parts), analytics.recordSales(rows, parts)]);
    await Promise.all(Array.from({ length: 4 }, () => analytics.rollUpSales()));
    await analytics.recordSales(rows, parts);
    expect(await analytics.rollUpSales()).toEqual({ counted: 0 });
    expect((await sales(sellerId)).totals).toEqual({
      orders: 1,
      units: 3,
      gross: 1500,
      discount: 100,
      shipping: 250,
      tax: 275,
      paid: 1650,
      refunded: 0,
      net: 1650,
    });
    expect((await sales(other)).totals).toMatchObject({ orders: 1, paid: 360, tax: 60 });
    const after = await shop();
    // One order of two sellers is one order of the shop.
    expect(after.totals.orders - before.totals.orders).toBe(1);
    expect(after.totals.net - before.totals.net).toBe(2010);

    await record([saleRow({ sellerId, revenue: 700, country: 'DE', soldAt: new Date('2026-05-20T10:00:00Z') })]);
    const late = await sales(sellerId);
    expect(late.totalsBefore).toMatchObject({ orders: 1, net: 700 });
    expect(late.days[18]).toMatchObject({ day: '2026-06-19', netBefore: 700 });
    expect(late.countries).toEqual([
      { country: 'GB', orders: 1, net: 1650, netBefore: 0 },
      { country: 'DE', orders: 0, net: 0, netBefore: 700 },
    ]);
    expect(late.categories).toEqual([{ categoryId: category, units: 3, revenue: 1400, revenueBefore: 700 }]);
  });

  test('what goes back counts on its day, waits for its sale, and comes again when it was lost', async () => {
    const row = saleRow({ revenue: 2000, soldAt: new Date('2026-06-10T09:00:00Z') });
    const { orderId, sellerId } = row;
    const refund = {
      reference: `refund:${newId()}`,
      orderId,
      sellerId,
      amount: 800,
      tax: 133,
      currency: 'GBP',
      at: new Date('2026-06-12T23:59:59Z'),
    };
    await analytics.recordRefunds([refund]);
    await analytics.rollUpSales();
    expect((await sales(sellerId)).totals.refunded).toBe(0);
    await record([row], [partOf(row, { tax: 333 })]);
    expect(await analytics.recordRefunds([refund])).toEqual({ recorded: 0 });
    const output = await sales(sellerId);
    expect(output.totals).toMatchObject({ gross: 2000, refunded: 800, net: 1200, tax: 200 });
    expect(output.days[11]).toMatchObject({ day: '2026-06-12', net: -800, orders: 0 });
    await analytics.recordRefunds([
      { ...refund, reference: `refund_lost:${newId()}`, amount: -800, tax: -133, at: new Date('2026-06-14T00:00:00Z') },
    ]);
    await analytics.rollUpSales();
    expect((await sales(sellerId)).totals).toMatchObject({ refunded: 0, net: 2000, tax: 333 });
  });

  test('cohorts follow an earlier order that comes late', async () => {
    const sellerId = newId();
    const buy = (email: string, month: string, revenue: number) => {
      const row = saleRow({ sellerId, revenue, soldAt: new Date(`2026-${month}-05T10:00:00Z`) });
      return record([row], [partOf(row, { shopper: shopperOf(email) })]);
    };
    await buy('a@example.test', '05', 100);
    await buy('A@Example.test ', '06', 200);
    await buy('b@example.test', '05', 50);
    const read = async () =>
      shoppersOutput.parse(
        await analytics.sellerShoppers(
          of(sellerId),
          sellerPeriodInput.parse({ sellerId, from: '2026-04-01', to: '2026-06-30' }),
        ),
      );
    expect(await read()).toMatchObject({
      shoppers: 2,
      repeaters: 1,
      months: [
        { month: '2026-05-01', shoppers: 2, returning: 0 },
        { month: '2026-06-01', shoppers: 1, returning: 1 },
      ],
      cohorts: [
        {
          month: '2026-05-01',
          shoppers: 2,
          repeaters: 1,
          after: [
            { shoppers: 2, total: 150 },
            { shoppers: 1, total: 200 },
          ],
        },
      ],
    });
    await buy('b@example.test', '04', 30);
    expect((await read()).cohorts).toEqual([
      {
        month: '2026-04-01',
        shoppers: 1,
        repeaters: 1,
        after: [
          { shoppers: 1, total: 30 },
          { shoppers: 1, total: 50 },
          { shoppers: 0, total: 0 },
        ],
      },
      {
        month: '2026-05-01',
        shoppers: 1,
        repeaters: 1,
        after: [
          { shoppers: 1, total: 100 },
          { shoppers: 1, total: 200 },
        ],
      },
    ]);
  });
});

test('whoever is forgotten stays a number', async () => {
  const email = 'gone@example.test';
  const row = saleRow({ revenue: 400 });
  await record([row], [partOf(row, { shopper: shopperOf(email) })]);
  const { sellerId } = row;
  const read = () => analytics.sellerShoppers(of(sellerId), sellerPeriodInput.parse({ sellerId, ...june }));
  const before = await read();
  expect(before.shoppers).toBe(1);
  await analytics.forgetShopper(email);
  await analytics.forgetShopper(email);
  expect(await read()).toEqual(before);
  const { rows } = await database.db.pool.query(
    'select shopper from analytics.shopper_months where shopper = $1 union all select shopper from analytics.sale_parts where shopper = $1',
    [shopperOf(email)],
  );
  expect(rows).toEqual([]);
});

test('products of any period are the sum of their days: best first, and what fell', async () => {
  const [sellerId, chair, lamp] = [newId(), newId(), newId()];
  const sold = (productId: string, day: string, revenue: number) =>
    saleRow({
      sellerId,
      productId,
      title: productId === chair ? 'Chair' : 'Lamp',
      revenue,
      soldAt: new Date(`${day}T12:00:00Z`),
    });
  await record([
    sold(chair, '2026-01-31', 1),
    sold(chair, '2026-02-01', 10),
    sold(chair, '2026-03-31', 100),
    sold(chair, '2026-04-01', 1000),
    sold(lamp, '2026-02-15', 5000),
    sold(lamp, '2026-01-15', 9000),
  ]);
  const read = (from: string, to: string) =>
    analytics.sellerProductSales(of(sellerId), sellerPeriodInput.parse({ sellerId, from, to }));
  const chairIn = async (from: string, to: string) =>
    (await read(from, to)).top.find(({ productId }) => productId === chair)?.revenue ?? 0;
  expect(await chairIn('2026-01-31', '2026-04-01')).toBe(1111);
  expect(await chairIn('2026-02-01', '2026-03-31')).toBe(110);
  expect(await chairIn('2026-02-01', '2026-02-01')).toBe(10);
  expect(await chairIn('2026-02-02', '2026-03-30')).toBe(0);
  expect(await chairIn('2026-02-02', '2026-03-31')).toBe(100);
  expect(await chairIn('2026-01-15', '2026-02-10')).toBe(11);
  const february = await read('2026-02-01', '2026-02-28');
  expect(february.top.map(({ title }) => title)).toEqual(['Lamp', 'Chair']);
  expect(february.falling).toMatchObject([{ title: 'Lamp', revenue: 5000, revenueBefore: 9000 }]);
});

test('today stands beside the same time of yesterday and a week ago', async () => {
  const sellerId = newId();
  const at = (time: string, revenue: number) => saleRow({ sellerId, revenue, soldAt: new Date(time) });
  await record([
    at('2026-06-15T11:10:00Z', 100),
    at('2026-06-14T11:40:00Z', 200),
    at('2026-06-14T12:10:00Z', 50),
    at('2026-06-14T20:00:00Z', 1000),
    at('2026-06-08T00:10:00Z', 7),
  ]);
  const live = await analytics.sellerLive(of(sellerId), { sellerId, timeZone: 'Europe/London' });
  expect(live.today).toEqual({ orders: 1, units: 1, total: 100 });
  expect(live.yesterday.total).toBe(225);
  expect(live.weekAgo.total).toBe(7);
  expect(live.hours[21]).toEqual({ hour: 21, today: 0, yesterday: 1000, weekAgo: 0 });
  expect(live.top).toMatchObject([{ revenue: 100 }]);
  await expect(analytics.sellerLive(of(sellerId), { sellerId, timeZone: '+05' })).rejects.toMatchObject({
    reason: 'time_zone_unknown',
  });
});
