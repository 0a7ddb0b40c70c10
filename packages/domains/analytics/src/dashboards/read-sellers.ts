import type { z } from 'zod';
import type { Database } from '../database.repository.ts';
import type { AnalyticsPorts } from '../ports.ts';
import type { shopSellersOutput } from './contract.ts';
import { periodBefore } from './period.ts';
import { readSellers } from './sales.repository.ts';

/** Every seller's sales of a period, best first. */
export async function readSellerSales(
  db: Database,
  { currency }: Pick<AnalyticsPorts, 'currency'>,
  period: { from: string; to: string },
): Promise<z.infer<typeof shopSellersOutput>> {
  const sellers = await readSellers(db, { ...period, currency }, periodBefore(period).from, 500);
  return { currency, sellers };
}
