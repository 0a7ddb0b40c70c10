import type { z } from 'zod';
import type { sellerStockInput, sellerStockOutput } from './contract.ts';
import type { Deps } from './deps.ts';
import { assertMember, type StockActor } from './owner.ts';

/** Another seller's variants are left out. */
export async function readStock(
  deps: Deps,
  actor: StockActor,
  { sellerId, variantIds }: z.output<typeof sellerStockInput>,
): Promise<z.output<typeof sellerStockOutput>> {
  assertMember(actor, sellerId);
  const rows = await deps.stock.read(sellerId, variantIds);
  return { levels: rows.map((row) => ({ ...row, available: row.onHand - row.reserved })) };
}
