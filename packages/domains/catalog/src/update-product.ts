import type { z } from 'zod';
import { type Actor, asSeller, assertEditor } from './actor.ts';
import type { updateProductInput, updateProductOutput } from './contract.ts';
import type { Database } from './database.repository.ts';
import { editStored } from './editor/edit-stored.repository.ts';
import { namesOf } from './editor/names-of.ts';
import { viewProduct } from './editor/view-product.ts';
import { compareAtTooLow, productChangedMeanwhile, productNotFound, variantUnknown } from './errors.ts';
import type { CatalogPorts } from './ports.ts';
import { richTextOf } from './rich-text.ts';

type Input = z.output<typeof updateProductInput>;

/** The quick edit: some fields and the prices in the product's currency, by the rules of the whole editor. */
export async function updateProduct(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  input: Input,
): Promise<z.infer<typeof updateProductOutput>> {
  assertEditor(actor, input.sellerId);
  const { sellerId, productId, version, title, description, status, prices = [] } = input;
  const tooLow = prices.filter(({ amount, compareAt }) => compareAt !== null && compareAt <= amount);
  if (tooLow.length > 0) throw compareAtTooLow(tooLow.map(({ variantId }) => variantId));
  const byId = new Map(prices.map(({ variantId, amount, compareAt }) => [variantId, { amount, compareAt }]));

  const edited = await editStored(
    db,
    { productId, sellerId },
    version,
    (stored) => {
      const own = new Set(stored.variants.map(({ id }) => id));
      const unknown = prices.filter(({ variantId }) => !own.has(variantId));
      if (unknown.length > 0) throw variantUnknown(unknown.map(({ variantId }) => variantId));
      const variants = stored.variants.map((variant) => {
        const price = byId.get(variant.id);
        return price ? { ...variant, prices: { ...variant.prices, [stored.currency]: price } } : variant;
      });
      return {
        title,
        status,
        descriptionHtml: description === undefined ? undefined : richTextOf(description),
        variants: prices.length > 0 ? variants : undefined,
      };
    },
    { at: ports.clock.now(), actor: asSeller(actor), action: 'product.update' },
  );
  if (edited.outcome === 'missing') throw productNotFound();
  const { stored } = edited;
  const names = await namesOf(ports, [stored.updatedBy]);
  if (edited.outcome === 'outdated') {
    const changedBy =
      stored.updatedBy === null ? null : { id: stored.updatedBy, name: names.get(stored.updatedBy) ?? '' };
    throw productChangedMeanwhile({ version: stored.version, changedAt: stored.updatedAt, changedBy });
  }
  return { product: viewProduct(stored, names) };
}
