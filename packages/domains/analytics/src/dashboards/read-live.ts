import type { z } from 'zod';
import type { Database } from '../database.repository.ts';
import type { AnalyticsPorts } from '../ports.ts';
import { assertTimeZone } from '../time-zone.ts';
import type { liveOutput } from './contract.ts';
import { type HourSales, readHours, readTop } from './live.repository.ts';
import { addDays } from './period.ts';

type SoFar = z.infer<typeof liveOutput>['today'];

/** Full hours before `hour`, and of that one the part that has passed. */
function until(rows: readonly HourSales[], hour: number, passed: number): SoFar {
  const part = (row: HourSales) => (row.hour < hour ? 1 : row.hour === hour ? passed : 0);
  const sum = (of: (row: HourSales) => number) => Math.round(rows.reduce((all, row) => all + of(row) * part(row), 0));
  return { orders: sum((row) => row.orders), units: sum((row) => row.units), total: sum((row) => row.total) };
}

/** Today so far beside the same time of yesterday and a week ago. Whose: decided by the caller. */
export async function readLive(
  db: Database,
  { currency, clock }: Pick<AnalyticsPorts, 'currency' | 'clock'>,
  sellerId: string,
  timeZone: string,
): Promise<z.infer<typeof liveOutput>> {
  assertTimeZone(timeZone);
  const now = clock.now();
  const [rows, top] = await Promise.all([
    readHours(db, sellerId, currency, timeZone, now),
    readTop(db, sellerId, currency, now.toISOString().slice(0, 10)),
  ]);
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(now);
  const part = (type: string) => parts.find((own) => own.type === type)?.value ?? '';
  const today = `${part('year')}-${part('month')}-${part('day')}`;
  const [hour, minute] = [Number(part('hour')), Number(part('minute'))];
  const of = (day: string) => rows.filter((row) => row.day === day);
  const [own, yesterday, weekAgo] = [of(today), of(addDays(today, -1)), of(addDays(today, -7))];
  const totalAt = (list: readonly HourSales[], at: number) => list.find((row) => row.hour === at)?.total ?? 0;
  const recent = own.filter((row) => row.hour === hour || row.hour === hour - 1);
  return {
    currency,
    at: now.toISOString(),
    today: until(own, hour, 1),
    yesterday: until(yesterday, hour, minute / 60),
    weekAgo: until(weekAgo, hour, minute / 60),
    ordersPerMinute: recent.reduce((sum, { orders }) => sum + orders, 0) / (minute + 1 + (hour > 0 ? 60 : 0)),
    hours: Array.from({ length: 24 }, (_, at) => ({
      hour: at,
      today: totalAt(own, at),
      yesterday: totalAt(yesterday, at),
      weekAgo: totalAt(weekAgo, at),
    })),
    top,
  };
}
