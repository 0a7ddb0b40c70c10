import type { z } from 'zod';
import { addBehaviour } from './behaviour.repository.ts';
import type { trackInput } from './contract.ts';
import type { Database } from './database.repository.ts';
import type { AnalyticsPorts } from './ports.ts';

/** A clock that is further ahead than this is wrong; older events waited in a browser that was offline. */
const tolerance = { ahead: 5 * 60_000, behind: 7 * 86_400_000 };

/** Stores what a visitor did, each event once. Times are the browser's, within reason. */
export async function track(
  db: Database,
  ports: AnalyticsPorts,
  input: z.output<typeof trackInput>,
): Promise<{ accepted: number }> {
  const now = ports.clock.now().getTime();
  const events = input.events.filter(({ at }) => {
    const time = Date.parse(at);
    return time <= now + tolerance.ahead && time >= now - tolerance.behind;
  });
  if (events.length === 0) return { accepted: 0 };
  const productIds = [...new Set(events.flatMap(({ productId }) => productId ?? []))];
  const owners = productIds.length > 0 ? await ports.owners.sellersOfProducts(productIds) : new Map<string, string>();
  const rows = events.map((event) => ({
    ...event,
    productId: event.productId ?? null,
    sellerId: (event.productId && owners.get(event.productId)) ?? null,
    query: event.query ?? null,
  }));
  return { accepted: await addBehaviour(db, input.visitorId, rows) };
}
