import type { Database } from './database.repository.ts';
import { publishScheduled, refreshDue } from './due.repository.ts';
import type { CatalogPorts } from './ports.ts';
import { refreshStaleSellers } from './seller-profile.repository.ts';

const batch = 500;

/**
 * What time and far-reaching changes make due: drafts to be published, sales and availability that begin or end, products
 * that stop being new, new exchange rates, categories that moved, sellers that changed. Called every minute.
 */
export async function refreshDueCards(
  db: Database,
  ports: CatalogPorts,
): Promise<{ refreshed: number; published: number }> {
  await refreshStaleSellers(db, ports.clock.now(), null);
  const published = await inBatches(() => publishScheduled(db, ports.clock.now(), batch));
  const refreshed = await inBatches(() => refreshDue(db, ports.clock.now(), batch));
  return { refreshed, published };
}

async function inBatches(work: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await work();
    total += count;
    if (count < batch) return total;
  }
}
