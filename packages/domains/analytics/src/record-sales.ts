import type { Database } from './database.repository.ts';
import { addSales, type SaleRow } from './sale.repository.ts';

const batchSize = 5_000;

/** Paid order lines become facts, each once: from `orders/order.paid`, and in bulk from an import. */
export async function recordSales(db: Database, rows: readonly SaleRow[]): Promise<{ recorded: number }> {
  let recorded = 0;
  for (let start = 0; start < rows.length; start += batchSize) {
    recorded += await addSales(db, rows.slice(start, start + batchSize));
  }
  return { recorded };
}
