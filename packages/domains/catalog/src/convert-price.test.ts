import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { currencies } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { convertPrice } from './convert-price.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test('rounds half up to five pence or cents and to ten yen, never below one step', () => {
  const gbp = { currency: 'GBP' as const, rate: '0.85' };
  expect(convertPrice(10_000, gbp, { currency: 'EUR', rate: '1' })).toBe(11_765);
  expect(convertPrice(10_000, gbp, { currency: 'JPY', rate: '165' })).toBe(19_410);
  expect(convertPrice(1, gbp, { currency: 'EUR', rate: '1' })).toBe(5);
  expect(convertPrice(1, gbp, { currency: 'JPY', rate: '165' })).toBe(10);
  expect(convertPrice(1500, { currency: 'JPY', rate: '150' }, { currency: 'EUR', rate: '1' })).toBe(1000);
  // Exactly between two steps: upwards.
  expect(convertPrice(1000, { currency: 'USD', rate: '2' }, { currency: 'EUR', rate: '2.005' })).toBe(1005);
});

test('agrees to the unit with the function of the database, whose order of currencies is the kernel’s', async () => {
  const { rows: order } = await database.db.pool.query('select catalog.currencies() as order');
  expect(order[0].order).toEqual(currencies);
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const cases = Array.from({ length: 3000 }, () => {
    const from = currencies[random(4)] ?? 'EUR';
    const to = currencies[random(4)] ?? 'EUR';
    const rate = () => `${random(300)}.${String(1 + random(99_999_999)).padStart(8, '0')}`;
    return { amount: 1 + random(10 ** (1 + random(9))), from, to, fromRate: rate(), toRate: rate() };
  });
  const { rows } = await database.db.pool.query(
    `select catalog.convert_price((c ->> 'amount')::int, c ->> 'from', (c ->> 'fromRate')::numeric, c ->> 'to', (c ->> 'toRate')::numeric) as amount
     from json_array_elements($1::json) with ordinality as x (c, place) order by place`,
    [JSON.stringify(cases)],
  );
  expect(rows.map(({ amount }) => amount)).toEqual(
    cases.map(({ amount, from, to, fromRate, toRate }) =>
      convertPrice(amount, { currency: from, rate: fromRate }, { currency: to, rate: toRate }),
    ),
  );
});
