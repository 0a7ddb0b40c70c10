import { type Currency, systemClock } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Actor } from './actor.ts';
import { createBehaviour } from './collect/index.ts';
import type { sellerTodayInput } from './contract.ts';
import type { Database } from './database.repository.ts';
import { saveDayTotal } from './day-total.repository.ts';
import type { AnalyticsPorts, BehaviourSink } from './ports.ts';
import { createSales } from './sales/index.ts';
import { sellerToday } from './seller-today.ts';
import { createSinks } from './sinks/index.ts';

export type { Actor } from './actor.ts';
export type { BehaviourOfPerson, DayViews } from './collect/index.ts';
export { shopperOf } from './record-sales.ts';
export type { PartRow, RefundRow, SaleRow } from './sale.repository.ts';

export interface AnalyticsDependencies {
  db: Database;
  owners: AnalyticsPorts['owners'];
  currency: Currency;
  clock?: AnalyticsPorts['clock'];
  /** Where behaviour goes besides the shop's own tables; nowhere by default. */
  sinks?: readonly BehaviourSink[];
}

/** The only way into the analytics domain. */
export function createAnalytics({ db, owners, currency, clock = systemClock, sinks = [] }: AnalyticsDependencies) {
  const ports: AnalyticsPorts = { owners, currency, clock };
  return {
    ...createBehaviour(db, ports),
    ...createSales(db, ports),
    ...createSinks(db, sinks, clock),
    sellerToday: (actor: Actor, input: z.output<typeof sellerTodayInput>) => sellerToday(db, ports, actor, input),

    /** `day` is `YYYY-MM-DD`, UTC. */
    rollUpDay: (day: string) => saveDayTotal(db, day, currency, clock.now()),
  };
}

export type Analytics = ReturnType<typeof createAnalytics>;
