import type { z } from 'zod';
import { type Actor, assertEditor } from './actor.ts';
import type { updateProductInput, updateProductOutput } from './contract.ts';
import type { Database } from './database.repository.ts';
import { editProduct } from './edit.repository.ts';
import { compareAtTooLow, productChangedMeanwhile, productNotFound, variantUnknown } from './errors.ts';
import type { CatalogPorts } from './ports.ts';

type Input = z.output<typeof updateProductInput>;

/** A seller edits an own product. The slug stays, so that links do; whoever read an older version is told. */
export async function updateProduct(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  input: Input,
): Promise<z.infer<typeof updateProductOutput>> {
  assertEditor(actor, input.sellerId);
  const prices = input.prices ?? [];
  const tooLow = prices.filter(({ amount, compareAt }) => compareAt !== null && compareAt <= amount);
  if (tooLow.length > 0) throw compareAtTooLow(tooLow.map(({ variantId }) => variantId));

  const product = await editProduct(db, ports.currency, ports.clock.now(), async (editor) => {
    const stored = await editor.lock(input.productId, input.sellerId);
    if (!stored) throw productNotFound();
    if (stored.version !== input.version) throw productChangedMeanwhile(stored.version);
    const unknown = prices.filter(({ variantId }) => !stored.variants.includes(variantId));
    if (unknown.length > 0) throw variantUnknown(unknown.map(({ variantId }) => variantId));
    return editor.save(input);
  });
  return { product };
}
