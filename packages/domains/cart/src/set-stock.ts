import { newId } from '@mallhive/kernel';
import type { z } from 'zod';
import { writeAdjustment } from './adjust-stock.ts';
import { auditActor } from './audit-actor.ts';
import type { setStockInput, setStockOutput } from './contract.ts';
import type { Deps } from './deps.ts';
import { assertMember, type StockActor } from './owner.ts';

/** Counted over all locations: the difference is the main location's. */
export async function setStock(
  deps: Deps,
  actor: StockActor,
  { sellerId, variantId, onHand }: z.output<typeof setStockInput>,
): Promise<z.output<typeof setStockOutput>> {
  assertMember(actor, sellerId);
  const reply = await writeAdjustment(deps, {
    sellerId,
    variantId,
    locationId: null,
    onHand,
    delta: null,
    reason: 'count',
    note: '',
    reference: `count:${newId()}`,
    actor: auditActor(actor),
  });
  return {
    level: { variantId, onHand: reply.onHand, reserved: reply.reserved, available: reply.onHand - reply.reserved },
  };
}
