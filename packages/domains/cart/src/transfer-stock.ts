import type { z } from 'zod';
import { auditActor } from './audit-actor.ts';
import type { transferStockInput, transferStockOutput } from './contract-stock.ts';
import type { Deps } from './deps.ts';
import { locationClosed, stockLacking, stockNotFound } from './errors.ts';
import { assertMember, type StockActor } from './owner.ts';

export async function transferStock(
  deps: Deps,
  actor: StockActor,
  input: z.output<typeof transferStockInput>,
): Promise<z.output<typeof transferStockOutput>> {
  assertMember(actor, input.sellerId);
  const reply = await deps.adjust.transfer({ ...input, actor: auditActor(actor), now: deps.clock.now() });
  if (!reply) throw stockNotFound();
  if (reply.outcome === 'inactive') throw locationClosed();
  if (reply.outcome === 'lacking') throw stockLacking(reply.available ?? 0);
  return { transferred: true };
}
