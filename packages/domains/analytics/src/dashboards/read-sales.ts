import type { z } from 'zod';
import type { Database } from '../database.repository.ts';
import type { AnalyticsPorts } from '../ports.ts';
import { findUnusual } from './anomalies.ts';
import type { salesOutput } from './contract.ts';
import { addDays, daysOf, periodBefore } from './period.ts';
import { type DayMoney, readCategories, readCountries, readDays } from './sales.repository.ts';

const nothing: Omit<DayMoney, 'day'> = {
  orders: 0,
  units: 0,
  gross: 0,
  discount: 0,
  shipping: 0,
  tax: 0,
  paid: 0,
  refunded: 0,
};
type Money = z.infer<typeof salesOutput>['totals'];

function add(rows: readonly Omit<DayMoney, 'day'>[]): Money {
  const sum = rows.reduce<Omit<DayMoney, 'day'>>(
    (all, row) => ({
      orders: all.orders + row.orders,
      units: all.units + row.units,
      gross: all.gross + row.gross,
      discount: all.discount + row.discount,
      shipping: all.shipping + row.shipping,
      tax: all.tax + row.tax,
      paid: all.paid + row.paid,
      refunded: all.refunded + row.refunded,
    }),
    nothing,
  );
  return { ...sum, net: sum.paid - sum.refunded };
}

/** Sales of a period by day, country and category, beside the period before; unusual days are marked. Whose: decided by the caller. */
export async function readSales(
  db: Database,
  { currency }: Pick<AnalyticsPorts, 'currency'>,
  sellerId: string,
  { from, to }: { from: string; to: string },
): Promise<z.infer<typeof salesOutput>> {
  const range = { sellerId, currency, from, to };
  const before = periodBefore(range);
  // What is usual needs eight weeks before.
  const first = [before.from, addDays(from, -56)].sort()[0] ?? from;
  const [rows, countries, categories] = await Promise.all([
    readDays(db, { ...range, from: first }),
    readCountries(db, range, before.from),
    readCategories(db, range, before.from),
  ]);
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const of = (days: readonly string[]) => days.map((day) => byDay.get(day) ?? { ...nothing, day });
  const [now, then] = [of(daysOf(range)), of(daysOf(before))];
  const known = daysOf({ from: rows[0]?.day ?? from, to });
  const marks = findUnusual(of(known).map(({ paid, refunded }) => paid - refunded));
  const markOf = new Map(known.map((day, index) => [day, marks[index]]));
  return {
    currency,
    from,
    to,
    before,
    totals: add(now),
    totalsBefore: add(then),
    days: now.map((row, index) => ({
      ...row,
      ...add([row]),
      netBefore: (then[index]?.paid ?? 0) - (then[index]?.refunded ?? 0),
      unusual: markOf.get(row.day)?.unusual ?? null,
      usual: markOf.get(row.day)?.usual ?? null,
    })),
    countries,
    categories,
  };
}
