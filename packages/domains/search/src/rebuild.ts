import type { Database } from './database.repository.ts';
import { toDocument } from './document.ts';
import { documentsExcept, replaceTerms, termKeys, writeIndex } from './index.repository.ts';
import { type Follow, indexProducts } from './index-products.ts';
import { rowsOf } from './outside-copy.ts';
import type { SearchIndex, SearchPorts } from './ports.ts';
import { databaseTime, markStaleSince } from './stale.repository.ts';

const batchSize = 500;

/**
 * The whole index anew while searches go on. In the database every product is written over, then the vocabulary, then
 * what is no longer published goes; an outside index is filled beside the one that answers and takes its place at once.
 */
export async function rebuild(
  db: Database,
  ports: SearchPorts,
  outside: SearchIndex | null,
  follow: Follow,
  onProgress: (indexed: number) => void = () => undefined,
): Promise<{ indexed: number; removed: number }> {
  const startedAt = ports.clock.now();
  const since = await databaseTime(db);
  const next = outside ? await outside.rebuild() : null;
  const ids: string[] = [];
  const terms = new Map<string, number>();
  try {
    let after: string | null = null;
    for (;;) {
      const batch: string[] = await ports.source.publishedProductIds(after, batchSize);
      if (batch.length === 0) break;
      const documents = (await ports.source.productsForIndex(batch)).map(toDocument);
      for (const term of documents.flatMap(termKeys)) terms.set(term, (terms.get(term) ?? 0) + 1);
      await writeIndex(db, { documents, removedIds: [], toldIds: [], staleIds: [], at: startedAt });
      await next?.write(await rowsOf(db, documents));
      ids.push(...batch);
      after = batch.at(-1) ?? null;
      onProgress(ids.length);
    }
    await replaceTerms(db, terms);
    // What is left was withdrawn, or published while this ran: the catalog is asked again.
    const { removed } = await indexProducts(db, ports, follow, await documentsExcept(db, ids));
    if (next) {
      await next.finish();
      await markStaleSince(db, since, ids);
      await follow?.();
    }
    return { indexed: ids.length, removed };
  } catch (error) {
    await next?.abandon();
    throw error;
  }
}
