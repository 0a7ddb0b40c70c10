import type { Database } from './database.repository.ts';
import { toDocument } from './document.ts';
import { documentsExcept, replaceTerms, writeIndex } from './index.repository.ts';
import { indexProducts } from './index-products.ts';
import type { SearchPorts } from './ports.ts';

const batchSize = 500;

/** The whole index anew while searches go on: every product is written over, then the vocabulary, then what is no longer published goes. */
export async function rebuild(
  db: Database,
  ports: SearchPorts,
  onProgress: (indexed: number) => void = () => undefined,
): Promise<{ indexed: number; removed: number }> {
  const startedAt = ports.clock.now();
  const ids: string[] = [];
  const terms = new Map<string, number>();
  let after: string | null = null;
  for (;;) {
    const batch: string[] = await ports.source.publishedProductIds(after, batchSize);
    if (batch.length === 0) break;
    const documents = (await ports.source.productsForIndex(batch)).map(toDocument);
    for (const term of documents.flatMap((document) => document.terms)) terms.set(term, (terms.get(term) ?? 0) + 1);
    await writeIndex(db, { documents, removedIds: [], toldIds: [], at: startedAt });
    ids.push(...batch);
    after = batch.at(-1) ?? null;
    onProgress(ids.length);
  }
  await replaceTerms(db, terms);
  // What is left was withdrawn, or published while this ran: the catalog is asked again.
  const { removed } = await indexProducts(db, ports, await documentsExcept(db, ids));
  return { indexed: ids.length, removed };
}
