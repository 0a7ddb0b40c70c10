import type { z } from 'zod';
import { auditActor } from '../audit-actor.ts';
import type { Deps } from '../deps.ts';
import { bundleHasStock, bundleNested, stockNotFound } from '../errors.ts';
import { assertManager, type StockActor } from '../owner.ts';
import type { setBundleInput, setBundleOutput } from './contract.ts';

/** The catalog says whose bundle and parts are. */
export async function setBundle(
  deps: Deps,
  actor: StockActor,
  { sellerId, variantId, parts }: z.output<typeof setBundleInput>,
): Promise<z.output<typeof setBundleOutput>> {
  assertManager(actor, sellerId);
  const known = await deps.variants.variantsForStock([variantId, ...parts.map((part) => part.variantId)]);
  const own = new Map(known.filter((one) => one.sellerId === sellerId).map((one) => [one.variantId, one.productId]));
  const productOf = (id: string): string => {
    const productId = own.get(id);
    if (!productId) throw stockNotFound();
    return productId;
  };
  const outcome = await deps.bundles.save({
    sellerId,
    variantId,
    productId: productOf(variantId),
    parts: parts.map((part) => ({ ...part, productId: productOf(part.variantId) })),
    actor: auditActor(actor),
    now: deps.clock.now(),
  });
  if (outcome === 'nested') throw bundleNested();
  if (outcome === 'has_stock') throw bundleHasStock();
  return { saved: true };
}
