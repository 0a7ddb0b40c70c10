import type { z } from 'zod';
import { type Actor, assertMember } from '../actor.ts';
import type { productHistoryInput, productHistoryOutput } from '../contract.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Database } from '../database.repository.ts';
import { productNotFound } from '../errors.ts';
import type { CatalogPorts } from '../ports.ts';
import { readSellersOf } from '../reader.repository.ts';
import { readAuditEntries } from './history.repository.ts';
import { namesOf } from './names-of.ts';

/** Who changed what of an own product, newest first. */
export async function productHistory(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  { sellerId, productId, cursor, limit }: z.output<typeof productHistoryInput>,
): Promise<z.infer<typeof productHistoryOutput>> {
  assertMember(actor, sellerId);
  if ((await readSellersOf(db, [productId])).get(productId) !== sellerId) throw productNotFound();
  const [at, id] = cursor ? decodeCursor('history', cursor, ['time', 'id']) : [];
  const after = at && id ? { at: new Date(at), id: String(id) } : undefined;
  const rows = await readAuditEntries(db, {
    sellerId,
    objectType: 'product',
    objectId: productId,
    after,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const names = await namesOf(
    ports,
    shown.map(({ actorUserId }) => actorUserId),
  );
  return {
    entries: shown.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      actor: {
        kind: row.actorKind,
        id: row.actorUserId,
        name: row.actorUserId ? (names.get(row.actorUserId) ?? '') : '',
      },
      action: row.action,
      objectType: row.objectType,
      objectId: row.objectId,
      changes: row.changes,
    })),
    nextCursor: rows.length > limit && last ? encodeCursor('history', [last.at.toISOString(), last.id]) : null,
  };
}
