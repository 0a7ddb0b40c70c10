import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';
import type { stockMovementsInput, stockMovementsOutput } from './contract-stock.ts';
import type { Deps } from './deps.ts';
import { assertMember, type StockActor } from './owner.ts';

const positionSchema = z.tuple([z.iso.datetime(), idSchema]);

/** One that makes no sense begins at the newest. */
function positionOf(cursor: string | undefined): { at: Date; id: string } | null {
  const parsed = positionSchema.safeParse(cursor?.split(' '));
  return parsed.success ? { at: new Date(parsed.data[0]), id: parsed.data[1] } : null;
}

export async function readMovements(
  deps: Deps,
  actor: StockActor,
  { sellerId, variantId, locationId, cursor, limit }: z.output<typeof stockMovementsInput>,
): Promise<z.output<typeof stockMovementsOutput>> {
  assertMember(actor, sellerId);
  const after = positionOf(cursor);
  const rows = await deps.inventory.movements({
    sellerId,
    variantId,
    locationId: locationId ?? null,
    after,
    limit: limit + 1,
  });
  const movements = rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString() }));
  const last = movements.at(-1);
  return { movements, nextCursor: rows.length > limit && last ? `${last.at} ${last.id}` : null };
}
