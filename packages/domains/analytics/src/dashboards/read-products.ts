import type { z } from 'zod';
import type { Database } from '../database.repository.ts';
import type { AnalyticsPorts } from '../ports.ts';
import type { productSalesOutput } from './contract.ts';
import { periodBefore } from './period.ts';
import { readProducts } from './sales.repository.ts';

const shown = 50;

/** What sold best in a period, and what fell most against the one before. Whose: decided by the caller. */
export async function readProductSales(
  db: Database,
  { currency }: Pick<AnalyticsPorts, 'currency'>,
  sellerId: string,
  period: { from: string; to: string },
): Promise<z.infer<typeof productSalesOutput>> {
  const rows = await readProducts(db, { ...period, sellerId, currency }, periodBefore(period), shown);
  const of = (kind: 'top' | 'falling') => rows.filter((row) => row.kind === kind).map(({ kind: _, ...row }) => row);
  return { currency, top: of('top'), falling: of('falling') };
}
