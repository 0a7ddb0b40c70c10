import { type Currency, systemClock } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Actor } from './actor.ts';
import { readViewsByDay } from './behaviour.repository.ts';
import type { sellerTodayInput, trackInput } from './contract.ts';
import type { Database } from './database.repository.ts';
import { saveDayTotal } from './day-total.repository.ts';
import type { AnalyticsPorts } from './ports.ts';
import { recordSales } from './record-sales.ts';
import type { SaleRow } from './sale.repository.ts';
import { sellerToday } from './seller-today.ts';
import { track } from './track.ts';

export type { Actor } from './actor.ts';
export type { DayViews } from './behaviour.repository.ts';
export type { SaleRow } from './sale.repository.ts';

export interface AnalyticsDependencies {
  db: Database;
  owners: AnalyticsPorts['owners'];
  currency: Currency;
  clock?: AnalyticsPorts['clock'];
}

/** The only way into the analytics domain. */
export function createAnalytics({ db, owners, currency, clock = systemClock }: AnalyticsDependencies) {
  const ports: AnalyticsPorts = { owners, currency, clock };
  return {
    track: (input: z.output<typeof trackInput>) => track(db, ports, input),
    sellerToday: (actor: Actor, input: z.output<typeof sellerTodayInput>) => sellerToday(db, ports, actor, input),

    recordSales: (rows: readonly SaleRow[]) => recordSales(db, rows),
    productViewsByDay: (fromDay: string) => readViewsByDay(db, fromDay),
    /** `day` is `YYYY-MM-DD`, UTC. */
    rollUpDay: (day: string) => saveDayTotal(db, day, currency, clock.now()),
  };
}

export type Analytics = ReturnType<typeof createAnalytics>;
