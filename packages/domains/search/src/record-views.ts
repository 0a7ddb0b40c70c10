import type { Database } from './database.repository.ts';
import type { Follow } from './index-products.ts';
import { type DayViews, savePopularity, saveProductViews } from './popularity.repository.ts';
import type { SearchPorts } from './ports.ts';

/** Takes over the views per product and day that analytics counted, and lets trends follow. */
export async function recordViews(
  db: Database,
  ports: SearchPorts,
  follow: Follow,
  rows: readonly DayViews[],
): Promise<void> {
  if (rows.length > 0) await saveProductViews(db, rows);
  await savePopularity(db, ports.clock.now(), null, follow !== null);
  await follow?.();
}
