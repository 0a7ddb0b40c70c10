import type { z } from 'zod';
import { type Actor, assertMember } from './actor.ts';
import type { sellerTodayInput, sellerTodayOutput } from './contract.ts';
import type { Database } from './database.repository.ts';
import type { AnalyticsPorts } from './ports.ts';
import { readSellerFigures } from './seller-figures.repository.ts';
import { assertTimeZone } from './time-zone.ts';

/** A seller's own paid sales of today in the zone of the viewer, with yesterday and the last 30 days beside. */
export async function sellerToday(
  db: Database,
  ports: AnalyticsPorts,
  actor: Actor,
  input: z.output<typeof sellerTodayInput>,
): Promise<z.infer<typeof sellerTodayOutput>> {
  assertMember(actor, input.sellerId);
  assertTimeZone(input.timeZone);
  const figures = await readSellerFigures(db, input.sellerId, ports.currency, input.timeZone, ports.clock.now());
  return { currency: ports.currency, ...figures };
}
