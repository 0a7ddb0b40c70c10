import type { z } from 'zod';
import type { Database } from '../database.repository.ts';
import type { AnalyticsPorts } from '../ports.ts';
import type { shoppersOutput } from './contract.ts';
import { readCohorts } from './sales.repository.ts';

const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/** Cohorts by the month of the first order, and who came back. Whose: decided by the caller. */
export async function readShoppers(
  db: Database,
  { currency }: Pick<AnalyticsPorts, 'currency'>,
  sellerId: string,
  { from, to }: { from: string; to: string },
): Promise<z.infer<typeof shoppersOutput>> {
  const rows = await readCohorts(db, { sellerId, currency, from, to });
  const firstMonth = `${from.slice(0, 7)}-01`;
  const lastMonth = monthNumber(to);
  const months = [...Map.groupBy(rows, ({ month }) => month)].sort(([a], [b]) => (a < b ? -1 : 1));
  const own = Map.groupBy(
    rows.filter(({ cohort }) => cohort >= firstMonth),
    ({ cohort }) => cohort,
  );
  const cohorts = [...own].map(([month, of]) => {
    const byMonth = new Map(of.map((row) => [monthNumber(row.month) - monthNumber(month), row]));
    return {
      month,
      shoppers: byMonth.get(0)?.shoppers ?? 0,
      repeaters: byMonth.get(0)?.repeaters ?? 0,
      after: Array.from({ length: lastMonth - monthNumber(month) + 1 }, (_, offset) => ({
        shoppers: byMonth.get(offset)?.shoppers ?? 0,
        total: byMonth.get(offset)?.total ?? 0,
      })),
    };
  });
  return {
    currency,
    shoppers: cohorts.reduce((sum, { shoppers }) => sum + shoppers, 0),
    repeaters: cohorts.reduce((sum, { repeaters }) => sum + repeaters, 0),
    months: months.map(([month, of]) => ({
      month,
      shoppers: of.reduce((sum, { shoppers }) => sum + shoppers, 0),
      returning: of.reduce((sum, { cohort, shoppers }) => sum + (cohort < month ? shoppers : 0), 0),
    })),
    cohorts,
  };
}
