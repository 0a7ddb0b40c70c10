import { currencies } from '@mallhive/kernel';
import type { Database } from './database.repository.ts';
import { type IndexDocument, toDocument } from './document.ts';
import type { IndexRow, SearchIndex, SearchPorts } from './ports.ts';
import { clearStale, nextStale, readNumbers, type StoredNumbers } from './stale.repository.ts';

const batchSize = 500;

function toRow(document: IndexDocument, numbers: StoredNumbers): IndexRow {
  const { product, texts, skus, skuWords, prices, onSale } = document;
  return {
    id: product.productId,
    revision: product.revision,
    texts,
    skus,
    skuWords,
    categories: numbers.categoryIds,
    seller: numbers.sellerFacet,
    facets: numbers.facetIds,
    prices: Object.fromEntries(
      currencies.map((currency, index) => [currency, prices[index] ?? 0]),
    ) as IndexRow['prices'],
    onSale,
    rating: product.rating,
    ratingCount: product.ratingCount,
    popularity: numbers.popularity,
    available: product.available,
    createdAt: product.createdAt,
  };
}

/** What an outside index is told about these documents; those that the own index does not know are left out. */
export async function rowsOf(db: Database, documents: readonly IndexDocument[]): Promise<IndexRow[]> {
  const stored = await readNumbers(
    db,
    documents.map(({ product }) => product.productId),
  );
  const byId = new Map(stored.map((row) => [row.id, row]));
  return documents.flatMap((document) => {
    const numbers = byId.get(document.product.productId);
    return numbers ? [toRow(document, numbers)] : [];
  });
}

/**
 * Brings the outside index up to everything that was noted as behind. What is there is written as it is now, not as it
 * was when it was noted, so that the order of notes does not matter. Rejects when the index does; the notes then stay.
 */
export async function followStale(db: Database, ports: SearchPorts, index: SearchIndex): Promise<void> {
  for (;;) {
    const stale = await nextStale(db, batchSize);
    if (stale.length === 0) return;
    const ids = stale.map(({ id }) => id);
    const rows = await rowsOf(db, (await ports.source.productsForIndex(ids)).map(toDocument));
    const there = new Set(rows.map(({ id }) => id));
    await index.write(
      rows,
      ids.filter((id) => !there.has(id)),
    );
    await clearStale(db, stale);
  }
}
