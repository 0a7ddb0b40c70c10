import { systemClock } from '@mallhive/kernel';
import { silentLogger } from '@mallhive/observability';
import type { z } from 'zod';
import type { recommendInput, searchInput } from './contract.ts';
import type { Database } from './database.repository.ts';
import { indexProducts } from './index-products.ts';
import type { DayViews } from './popularity.repository.ts';
import type { SearchPorts } from './ports.ts';
import { rebuild } from './rebuild.ts';
import { recommend } from './recommend.ts';
import { type PaidOrder, recordOrders } from './record-orders.ts';
import { recordViews } from './record-views.ts';
import { refreshRecommendations } from './refresh-recommendations.ts';
import { createSearchLog } from './search-log.ts';
import { searchProducts } from './search-products.ts';
import { suggest } from './suggest.ts';

export type { DayViews } from './popularity.repository.ts';
export type { PaidOrder } from './record-orders.ts';

export interface SearchDependencies extends Partial<SearchPorts> {
  db: Database;
  source: SearchPorts['source'];
}

/** The only way into the search domain. */
export function createSearch({ db, source, clock = systemClock, logger = silentLogger }: SearchDependencies) {
  const ports: SearchPorts = { source, clock, logger };
  const log = createSearchLog(db, ports);
  return {
    products: (input: z.output<typeof searchInput>) => searchProducts(db, log, input),
    suggest: (input: { query: string }) => suggest(db, ports, input.query),
    recommend: (input: z.output<typeof recommendInput>) => recommend(db, input),

    indexProducts: (ids: readonly string[]) => indexProducts(db, ports, ids),
    rebuild: (onProgress?: (indexed: number) => void) => rebuild(db, ports, onProgress),
    recordOrders: (orders: readonly PaidOrder[], options?: { bulk?: boolean }) =>
      recordOrders(db, ports, orders, options),
    recordViews: (rows: readonly DayViews[]) => recordViews(db, ports, rows),
    refreshRecommendations: () => refreshRecommendations(db, ports),

    /** Writes the search statistics that still wait in memory. */
    close: () => log.flush(),
  };
}

export type Search = ReturnType<typeof createSearch>;
