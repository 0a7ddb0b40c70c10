import type { z } from 'zod';
import type { Adjustment, AdjustReply } from './adjust.repository.ts';
import { auditActor } from './audit-actor.ts';
import type { adjustStockInput, adjustStockOutput } from './contract-stock.ts';
import type { Deps } from './deps.ts';
import {
  locationClosed,
  stockElsewhere,
  stockIsReserved,
  stockNegative,
  stockNotFound,
  stockOfBundle,
  stockTooMany,
} from './errors.ts';
import { assertMember, type StockActor } from './owner.ts';

/**
 * Writes a change to the ledger. A variant that never had stock has no level to find its seller by: then the catalog
 * is asked whose it is.
 */
export async function writeAdjustment(deps: Deps, input: Omit<Adjustment, 'productId' | 'now'>): Promise<AdjustReply> {
  const now = deps.clock.now();
  let reply = await deps.adjust.adjust({ ...input, productId: null, now });
  if (!reply) {
    const [variant] = await deps.variants.variantsForStock([input.variantId]);
    if (variant?.sellerId !== input.sellerId) throw stockNotFound();
    reply = await deps.adjust.adjust({ ...input, productId: variant.productId, now });
  }
  if (!reply) throw stockNotFound();
  if (reply.outcome === 'bundle') throw stockOfBundle();
  if (reply.outcome === 'reserved') throw stockIsReserved(reply.locationReserved);
  if (reply.outcome === 'negative') throw stockNegative();
  if (reply.outcome === 'elsewhere') throw stockElsewhere(reply.onHand - reply.locationOnHand);
  if (reply.outcome === 'too_many') throw stockTooMany();
  if (reply.outcome === 'inactive') throw locationClosed();
  return reply;
}

export async function adjustStock(
  deps: Deps,
  actor: StockActor,
  input: z.output<typeof adjustStockInput>,
): Promise<z.output<typeof adjustStockOutput>> {
  const { sellerId, variantId, locationId, change, reason, note, changeId } = input;
  assertMember(actor, sellerId);
  const reply = await writeAdjustment(deps, {
    sellerId,
    variantId,
    locationId,
    onHand: change.kind === 'set' ? change.onHand : null,
    delta: change.kind === 'by' ? change.delta : null,
    reason,
    note,
    reference: `${sellerId}:adjust:${changeId}`,
    actor: auditActor(actor),
  });
  const { locationOnHand: onHand, locationReserved: reserved } = reply;
  return { level: { locationId: reply.locationId, onHand, reserved, available: onHand - reserved } };
}
