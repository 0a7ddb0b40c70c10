import type { z } from 'zod';
import { type Actor, asSeller, assertEditor } from '../actor.ts';
import type { saveProductInput, sellerProductOutput } from '../contract.ts';
import type { Database } from '../database.repository.ts';
import { productChangedMeanwhile, productNotFound } from '../errors.ts';
import type { CatalogPorts } from '../ports.ts';
import { editStored } from './edit-stored.repository.ts';
import { namesOf } from './names-of.ts';
import { viewProduct } from './view-product.ts';

/** The whole editor in one transaction. Whoever read an older version is told who changed it and when; nothing is written then. */
export async function saveProduct(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  { sellerId, productId, version, ...fields }: z.output<typeof saveProductInput>,
): Promise<z.infer<typeof sellerProductOutput>> {
  assertEditor(actor, sellerId);
  const at = ports.clock.now();
  const edited = await editStored(db, { productId, sellerId }, version, fields, {
    at,
    actor: asSeller(actor),
    action: 'product.update',
  });
  if (edited.outcome === 'missing') throw productNotFound();
  const names = await namesOf(ports, [edited.stored.updatedBy]);
  if (edited.outcome === 'outdated') {
    const { version: storedVersion, updatedAt, updatedBy } = edited.stored;
    const changedBy = updatedBy === null ? null : { id: updatedBy, name: names.get(updatedBy) ?? '' };
    throw productChangedMeanwhile({ version: storedVersion, changedAt: updatedAt, changedBy });
  }
  return { product: viewProduct(edited.stored, names) };
}
