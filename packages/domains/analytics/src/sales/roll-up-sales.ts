import type { Database } from '../database.repository.ts';
import { countSales } from './roll-up.repository.ts';

const batchSize = 5_000;

/** Counts what was recorded since the last time, each sale once, however late it comes. Answers how many facts. */
export async function rollUpSales(db: Database): Promise<{ counted: number }> {
  let counted = 0;
  for (let done = await countSales(db, batchSize); done > 0; done = await countSales(db, batchSize)) counted += done;
  return { counted };
}
