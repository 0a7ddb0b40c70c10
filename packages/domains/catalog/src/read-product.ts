import type { z } from 'zod';
import type { productOutput } from './contract.ts';
import type { Database } from './database.repository.ts';
import { productNotFound } from './errors.ts';
import type { CatalogPorts } from './ports.ts';
import { findProduct } from './product.repository.ts';

/** Prices are those of this very moment. An old slug answers with where the product lives now. */
export async function readProduct(
  db: Database,
  ports: CatalogPorts,
  slug: string,
): Promise<z.infer<typeof productOutput>> {
  const product = await findProduct(db, slug, ports.currency, ports.clock.now());
  if (!product) throw productNotFound();
  return { product, redirectTo: product.slug === slug ? null : product.slug };
}
