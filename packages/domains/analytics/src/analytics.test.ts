import { countStatements, createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { behaviourBatchSchema, sellerTodayInput, sellerTodayOutput } from './contract.ts';
import { type Analytics, createAnalytics } from './index.ts';
import { saleRow } from './testing.ts';

// 00:30 in London (summer time), the evening before in New York.
const clock = fixedClock('2026-06-14T23:30:00Z');
const sellerId = newId();
const productId = newId();
let database: TestDatabase;
let analytics: Analytics;

beforeAll(async () => {
  database = await createTestDatabase();
  const owners = {
    sellersOfProducts: async (ids: readonly string[]) =>
      new Map(ids.filter((id) => id === productId).map((id) => [id, sellerId])),
  };
  analytics = createAnalytics({ db: database.db, owners, currency: 'GBP', clock });
});
afterAll(() => database.close());

const actor = { id: newId(), memberships: [{ sellerId }] };
const today = async (input: Record<string, unknown> = {}) =>
  sellerTodayOutput.parse(await analytics.sellerToday(actor, sellerTodayInput.parse({ sellerId, ...input })));

describe('sellerToday', () => {
  test('strangers and unknown time zones are refused', async () => {
    await expect(
      analytics.sellerToday({ id: newId(), memberships: [] }, sellerTodayInput.parse({ sellerId })),
    ).rejects.toMatchObject({ reason: 'not_a_member' });
    for (const timeZone of ['Mars/Olympus', '', '+05', "x'; drop"]) {
      await expect(today({ timeZone })).rejects.toMatchObject({ reason: 'time_zone_unknown' });
    }
  });

  test('without sales everything is zero', async () => {
    const output = await today();
    expect(output.today).toEqual({ revenue: 0, orders: 0, units: 0, productViews: 0 });
    expect(output.daily.at(-1)).toEqual({ date: '2026-06-15', revenue: 0, orders: 0 });
    expect(output.daily.at(0)?.date).toBe('2026-05-17');
    expect(output.topProducts).toEqual([]);
  });

  test('the day is that of the time zone; a fact counts once; other sellers and currencies do not', async () => {
    const orderId = newId();
    const rows = [
      saleRow({ sellerId, orderId, productId, revenue: 1000, units: 2, soldAt: new Date('2026-06-14T23:10:00Z') }),
      saleRow({ sellerId, orderId, title: 'Lamp', revenue: 500, soldAt: new Date('2026-06-14T23:10:00Z') }),
      saleRow({ sellerId, productId, title: 'Oak chair, new', revenue: 300, soldAt: new Date('2026-06-14T22:50:00Z') }),
      saleRow({ sellerId, revenue: 77, soldAt: new Date('2026-05-10T12:00:00Z') }),
      saleRow({ sellerId, revenue: 99, currency: 'EUR', soldAt: new Date('2026-06-14T23:10:00Z') }),
      saleRow({ revenue: 9999, soldAt: new Date('2026-06-14T23:10:00Z') }),
    ];
    expect(await analytics.recordSales(rows)).toEqual({ recorded: 6 });
    expect(await analytics.recordSales(rows)).toEqual({ recorded: 0 });

    const london = await today();
    expect(london.today).toEqual({ revenue: 1500, orders: 1, units: 3, productViews: 0 });
    expect(london.yesterday).toMatchObject({ revenue: 300, orders: 1 });
    expect(london.hourly[0]).toEqual({ hour: 0, today: 1500, yesterday: 0 });
    expect(london.hourly[23]).toEqual({ hour: 23, today: 0, yesterday: 300 });
    expect(london.daily.slice(-2).map(({ revenue }) => revenue)).toEqual([300, 1500]);
    expect(london.topProducts[0]).toMatchObject({ productId, title: 'Oak chair', units: 3, revenue: 1300 });

    const newYork = await today({ timeZone: 'America/New_York' });
    expect(newYork.today).toMatchObject({ revenue: 1800, orders: 2 });
    expect(newYork.daily.at(-1)?.date).toBe('2026-06-14');
    expect(newYork.hourly.map((row) => row.today).indexOf(1500)).toBe(19);
  });

  test('on the day the clocks go back both hours from one to two are there', async () => {
    const autumn = createAnalytics({
      db: database.db,
      owners: { sellersOfProducts: async () => new Map() },
      currency: 'GBP',
      clock: fixedClock('2026-10-25T23:30:00Z'),
    });
    const other = newId();
    const times = [
      '2026-10-24T22:59:00Z',
      '2026-10-24T23:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-25T23:20:00Z',
    ];
    await autumn.recordSales(times.map((time) => saleRow({ sellerId: other, revenue: 100, soldAt: new Date(time) })));
    const output = await autumn.sellerToday(
      { id: newId(), memberships: [{ sellerId: other }] },
      sellerTodayInput.parse({ sellerId: other }),
    );
    expect(output.today).toMatchObject({ revenue: 400, orders: 4 });
    expect(output.yesterday).toMatchObject({ revenue: 100 });
    expect(output.hourly[1]?.today).toBe(200);
  });

  test('is one statement', async () => {
    expect(await countStatements(database, () => today())).toBe(1);
  });
});

describe('track', () => {
  const view = (overrides: Record<string, unknown> = {}) => ({
    id: newId(),
    type: 'product_view' as const,
    at: '2026-06-14T23:20:00.000Z',
    path: '/p/oak-chair',
    productId,
    ...overrides,
  });
  const track = (...events: ReturnType<typeof view>[]) =>
    analytics.track(behaviourBatchSchema.parse({ v: 1, visitorId: newId(), events }));

  test('each event counts once, and times that cannot be are dropped', async () => {
    const event = view();
    expect(await track(event, event)).toEqual({ accepted: 1 });
    expect(await track(event)).toEqual({ accepted: 0 });
    expect(await track(view({ at: '2027-01-01T00:00:00.000Z' }), view({ at: '2026-01-01T00:00:00.000Z' }))).toEqual({
      accepted: 0,
    });
    expect((await today()).today.productViews).toBe(1);
  });

  test('views of unknown products belong to nobody', async () => {
    expect(await track(view({ productId: newId() }))).toEqual({ accepted: 1 });
    expect((await today()).today.productViews).toBe(1);
    await analytics.rollUpBehaviour();
    expect(await analytics.productViewsByDay('2026-06-14')).toEqual([{ productId, day: '2026-06-14', views: 1 }]);
    expect(await analytics.productViewsByDay('2026-06-15')).toEqual([]);
  });
});

test('a day is rolled up, told, and the same when done again', async () => {
  const totals = async () =>
    (
      await database.db.pool.query(
        'select orders, units, revenue::int, visitors, views from analytics.day_totals where currency = $1',
        ['GBP'],
      )
    ).rows;
  await analytics.rollUpDay('2026-06-14');
  const first = await totals();
  expect(first).toEqual([{ orders: 3, units: 5, revenue: 11799, visitors: 2, views: 2 }]);
  await analytics.rollUpDay('2026-06-14');
  expect(await totals()).toEqual(first);
  const { rows } = await database.db.pool.query('select data from analytics.outbox');
  expect(rows).toEqual([{ data: { date: '2026-06-14' } }, { data: { date: '2026-06-14' } }]);
});
