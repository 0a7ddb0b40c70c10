import type { z } from 'zod';
import { type Actor, assertMember } from '../actor.ts';
import type { sellerProductInput, sellerProductOutput } from '../contract.ts';
import type { Database } from '../database.repository.ts';
import { productNotFound } from '../errors.ts';
import type { CatalogPorts } from '../ports.ts';
import { readState } from './load.repository.ts';
import { namesOf } from './names-of.ts';
import { viewProduct } from './view-product.ts';

/** One own product for the editor, drafts too. Another seller's is as unknown as one that does not exist. */
export async function sellerProduct(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  { sellerId, productId }: z.output<typeof sellerProductInput>,
): Promise<z.infer<typeof sellerProductOutput>> {
  assertMember(actor, sellerId);
  const stored = await readState(db, { productId, sellerId }, ports.clock.now());
  if (!stored) throw productNotFound();
  return { product: viewProduct(stored, await namesOf(ports, [stored.updatedBy])) };
}
