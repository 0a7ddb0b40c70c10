import { createHash } from 'node:crypto';
import type { Database } from './database.repository.ts';
import type { AnalyticsPorts } from './ports.ts';
import { addSales, type PartRow, type SaleRow } from './sale.repository.ts';

const batchSize = 5_000;

/**
 * Paid order lines become facts, each once: from `orders/order.paid`, and in bulk from an import. All lines of an order come
 * in one call; `parts` says more of its sellers' parts.
 */
export async function recordSales(
  db: Database,
  { owners }: Pick<AnalyticsPorts, 'owners'>,
  rows: readonly SaleRow[],
  parts: readonly PartRow[],
): Promise<{ recorded: number }> {
  const told = Map.groupBy(parts, ({ orderId }) => orderId);
  const products = [...new Set(rows.map(({ productId }) => productId))];
  const categoryOf = (await owners.categoriesOfProducts?.(products)) ?? new Map<string, string>();
  let recorded = 0;
  let batch: SaleRow[] = [];
  const flush = async () => {
    const orders = new Set(batch.map(({ orderId }) => orderId));
    recorded += await addSales(
      db,
      batch.map((row) => ({ ...row, categoryId: categoryOf.get(row.productId) ?? null })),
      [...orders].flatMap((orderId) => told.get(orderId) ?? []),
    );
    batch = [];
  };
  for (const lines of Map.groupBy(rows, ({ orderId }) => orderId).values()) {
    if (batch.length > 0 && batch.length + lines.length > batchSize) await flush();
    batch.push(...lines);
  }
  if (batch.length > 0) await flush();
  return { recorded };
}

/** The name under which somebody's purchases are counted together: by address, so that orders without an account count too. */
export function shopperOf(email: string): string {
  const hash = createHash('sha256').update(`shopper:${email.trim().toLowerCase()}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
