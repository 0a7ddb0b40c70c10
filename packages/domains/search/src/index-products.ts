import type { Database } from './database.repository.ts';
import { toDocument } from './document.ts';
import { writeIndex } from './index.repository.ts';
import type { SearchPorts } from './ports.ts';

/** Makes the index say what the catalog says now; products that are no longer published disappear. May run any number of times. */
export async function indexProducts(
  db: Database,
  ports: SearchPorts,
  ids: readonly string[],
): Promise<{ indexed: number; removed: number }> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return { indexed: 0, removed: 0 };
  const products = await ports.source.productsForIndex(wanted);
  const found = new Set(products.map(({ productId }) => productId));
  const removedIds = wanted.filter((id) => !found.has(id));
  await writeIndex(db, {
    documents: products.map(toDocument),
    removedIds,
    toldIds: wanted,
    at: ports.clock.now(),
  });
  return { indexed: products.length, removed: removedIds.length };
}
