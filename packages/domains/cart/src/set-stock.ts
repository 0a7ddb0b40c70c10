import type { z } from 'zod';
import type { setStockInput, setStockOutput } from './contract.ts';
import type { Deps } from './deps.ts';
import { stockIsReserved, stockNotFound } from './errors.ts';
import { assertMember, type StockActor } from './owner.ts';

export async function setStock(
  deps: Deps,
  actor: StockActor,
  { sellerId, variantId, onHand }: z.output<typeof setStockInput>,
): Promise<z.output<typeof setStockOutput>> {
  assertMember(actor, sellerId);
  const reply = await deps.stock.set(sellerId, variantId, onHand, deps.clock.now());
  if (!reply) throw stockNotFound();
  if (reply.outcome === 'reserved') throw stockIsReserved(reply.reserved);
  const { reserved } = reply;
  return { level: { variantId, onHand: reply.onHand, reserved, available: reply.onHand - reserved } };
}
