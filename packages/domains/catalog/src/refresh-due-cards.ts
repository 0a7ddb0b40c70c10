import type { Database } from './database.repository.ts';
import { refreshDue } from './due.repository.ts';
import type { CatalogPorts } from './ports.ts';

const batch = 500;

/** Sales that began or ended and products that stopped being new: their cards and pages are old. Called every minute. */
export async function refreshDueCards(db: Database, ports: CatalogPorts): Promise<{ refreshed: number }> {
  let refreshed = 0;
  for (;;) {
    const count = await refreshDue(db, ports.clock.now(), batch);
    refreshed += count;
    if (count < batch) return { refreshed };
  }
}
