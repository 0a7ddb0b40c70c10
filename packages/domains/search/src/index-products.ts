import type { Database } from './database.repository.ts';
import { toDocument } from './document.ts';
import { tellIndexed, writeIndex } from './index.repository.ts';
import type { SearchPorts } from './ports.ts';

/** Null without an outside index; brings it up to date and never rejects. */
export type Follow = (() => Promise<void>) | null;

/** Makes the index say what the catalog says now; products that are no longer published disappear. May run any number of times. */
export async function indexProducts(
  db: Database,
  ports: SearchPorts,
  follow: Follow,
  ids: readonly string[],
): Promise<{ indexed: number; removed: number }> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return { indexed: 0, removed: 0 };
  const products = await ports.source.productsForIndex(wanted);
  const found = new Set(products.map(({ productId }) => productId));
  const removedIds = wanted.filter((id) => !found.has(id));
  const at = ports.clock.now();
  await writeIndex(db, {
    documents: products.map(toDocument),
    removedIds,
    toldIds: follow ? [] : wanted,
    staleIds: follow ? wanted : [],
    at,
  });
  if (follow) {
    // Caches forget their answers when they are told: not before the next answer is the new one.
    await follow();
    await tellIndexed(db, wanted, at);
  }
  return { indexed: products.length, removed: removedIds.length };
}
