import type { Database } from './database.repository.ts';
import type { Follow } from './index-products.ts';
import { recomputeCoPurchases } from './order.repository.ts';
import { savePopularity } from './popularity.repository.ts';
import type { SearchPorts } from './ports.ts';

/** Everything that is computed from all orders and views, anew. For a nightly job and after an import. */
export async function refreshRecommendations(
  db: Database,
  ports: SearchPorts,
  follow: Follow,
): Promise<{ pairs: number; rescored: number }> {
  const pairs = await recomputeCoPurchases(db);
  const rescored = await savePopularity(db, ports.clock.now(), null, follow !== null);
  await follow?.();
  return { pairs, rescored };
}
