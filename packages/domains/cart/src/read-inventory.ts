import type { z } from 'zod';
import type { inventoryInput, inventoryOutput } from './contract-stock.ts';
import type { Deps } from './deps.ts';
import { assertMember, type StockActor } from './owner.ts';

export async function readInventory(
  deps: Deps,
  actor: StockActor,
  input: z.output<typeof inventoryInput>,
): Promise<z.output<typeof inventoryOutput>> {
  const { sellerId, locationId = null, state, productIds = null, cursor = null, limit } = input;
  assertMember(actor, sellerId);
  const [rows, counts] = await Promise.all([
    deps.inventory.page({
      sellerId,
      after: cursor,
      locationId,
      productIds,
      state,
      limit: limit + 1,
    }),
    deps.inventory.counts(sellerId, locationId),
  ]);
  const items = rows.slice(0, limit);
  const named = new Set(items.flatMap(({ variantId, parts }) => [variantId, ...parts.map((part) => part.variantId)]));
  const known = named.size > 0 ? await deps.variants.variantsForStock([...named]) : [];
  const variants = new Map(known.map((variant) => [variant.variantId, variant]));
  return {
    items: items.map((row) => {
      const variant = variants.get(row.variantId);
      return {
        ...row,
        title: variant?.title ?? '',
        variantTitle: variant?.variantTitle ?? '',
        sku: variant?.sku ?? '',
        imageUrl: variant?.imageUrl ?? null,
        parts: row.parts.map((part) => {
          const { title = '', variantTitle = '', sku = '' } = variants.get(part.variantId) ?? {};
          return { ...part, title, variantTitle, sku };
        }),
      };
    }),
    nextCursor: rows.length > limit ? (items.at(-1)?.variantId ?? null) : null,
    counts,
  };
}
