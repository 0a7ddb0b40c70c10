import type { z } from 'zod';
import { type Actor, assertMember } from './actor.ts';
import type { sellerProductInput, sellerProductOutput } from './contract.ts';
import type { Database } from './database.repository.ts';
import { productNotFound } from './errors.ts';
import type { CatalogPorts } from './ports.ts';
import { readOwnProduct } from './seller-products.repository.ts';

/** One own product for the editor, drafts too. Another seller's is as unknown as one that does not exist. */
export async function sellerProduct(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  { sellerId, productId }: z.output<typeof sellerProductInput>,
): Promise<z.infer<typeof sellerProductOutput>> {
  assertMember(actor, sellerId);
  const filter = { currency: ports.currency, at: ports.clock.now(), productId, sellerId };
  const product = await readOwnProduct(db, filter);
  if (!product) throw productNotFound();
  return { product };
}
