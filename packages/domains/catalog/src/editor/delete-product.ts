import type { z } from 'zod';
import { type Actor, asSeller, assertEditor } from '../actor.ts';
import type { deleteProductInput, deleteProductOutput } from '../contract.ts';
import type { Database } from '../database.repository.ts';
import { productChangedMeanwhile, productNotFound, productWasPublished } from '../errors.ts';
import type { CatalogPorts } from '../ports.ts';
import { deleteStored } from './delete-stored.repository.ts';

/** Only what was never public: orders, reviews and links may name everything else. */
export async function deleteProduct(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  { sellerId, productId, version }: z.output<typeof deleteProductInput>,
): Promise<z.infer<typeof deleteProductOutput>> {
  assertEditor(actor, sellerId);
  await deleteStored(db, { productId, sellerId }, { at: ports.clock.now(), actor: asSeller(actor) }, (stored) => {
    if (!stored) throw productNotFound();
    if (stored.version !== version) {
      throw productChangedMeanwhile({ version: stored.version, changedAt: stored.updatedAt, changedBy: null });
    }
    if (stored.publishedAt !== null || stored.status !== 'draft') throw productWasPublished();
  });
  return { deleted: true };
}
