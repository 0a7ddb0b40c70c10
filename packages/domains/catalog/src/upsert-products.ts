import { newId } from '@mallhive/kernel';
import type { z } from 'zod';
import { categoryIds } from './category.repository.ts';
import { type ProductDraft, productDraftSchema } from './contract.ts';
import type { Database } from './database.repository.ts';
import { draftHash, slugSuffix } from './draft-hash.ts';
import { categoryUnknown, compareAtTooLow } from './errors.ts';
import type { CatalogPorts } from './ports.ts';
import { type StoredProduct, type Upsert, type UpsertRows, upsertTransaction } from './upsert.repository.ts';

type Draft = z.output<typeof productDraftSchema>;

/** What became of one draft. `variants` lets the caller set stock through the cart domain. */
export interface UpsertedProduct {
  id: string;
  slug: string;
  sellerId: string;
  sourceRef: string;
  outcome: 'created' | 'updated' | 'unchanged';
  variants: { id: string; sku: string }[];
}

const batchSize = 500;
const keyOf = (draft: { sellerId: string; sourceRef: string }) => `${draft.sellerId}\0${draft.sourceRef}`;

/**
 * For seed and import: thousands of products in about twenty statements per 500, idempotent by (sellerId, sourceRef).
 * A draft that is the same as last time changes nothing, not even what a seller has edited since.
 * A slug that another product has gets a suffix; a changed slug leaves a redirect.
 */
export async function upsertProducts(
  db: Database,
  ports: CatalogPorts,
  drafts: readonly ProductDraft[],
): Promise<UpsertedProduct[]> {
  // Of two drafts with one key the later counts.
  const unique = new Map<string, Draft>();
  for (const draft of drafts) {
    const parsed = productDraftSchema.parse(draft);
    unique.set(keyOf(parsed), parsed);
  }
  const parsed = [...unique.values()];
  const paths = [...new Set(parsed.map((draft) => draft.categoryPath))];
  const categories = await categoryIds(db, paths);
  const unknown = paths.filter((path) => !categories.has(path));
  if (unknown.length > 0) throw categoryUnknown(unknown);
  const wrong = parsed.flatMap((draft) => draft.variants).filter((v) => v.sale !== null && v.sale.amount >= v.price);
  if (wrong.length > 0) throw compareAtTooLow(wrong.map((variant) => variant.sku));

  const results: UpsertedProduct[] = [];
  for (let start = 0; start < parsed.length; start += batchSize) {
    const batch = parsed.slice(start, start + batchSize);
    const done = await upsertTransaction(db, ports.currency, ports.clock.now(), (upsert) =>
      upsertBatch(upsert, batch, categories),
    );
    results.push(...done);
  }
  return results;
}

async function upsertBatch(upsert: Upsert, drafts: Draft[], categories: Map<string, string>) {
  const stored = new Map((await upsert.stored(drafts)).map((product) => [keyOf(product), product]));
  const owners = await upsert.slugOwners(drafts.map((draft) => draft.slug));
  const rows: UpsertRows = {
    products: [],
    variants: [],
    prices: [],
    media: [],
    reviews: [],
    createdIds: new Set(),
    previousSlugs: new Map(),
    previousPaths: new Map(),
  };
  const results = drafts.map((draft): UpsertedProduct => {
    const known = stored.get(keyOf(draft));
    const { sellerId, sourceRef } = draft;
    const hash = draftHash(draft);
    if (known?.draftHash === hash) {
      return {
        id: known.id,
        slug: known.slug,
        sellerId,
        sourceRef,
        outcome: 'unchanged',
        variants: known.variants ?? [],
      };
    }
    const id = known?.id ?? newId(draft.createdAt?.getTime());
    const owner = owners.get(draft.slug);
    const slug = owner === undefined || owner === id ? draft.slug : `${draft.slug}-${slugSuffix(sellerId, sourceRef)}`;
    owners.set(slug, id);
    if (!known) rows.createdIds.add(id);
    if (known && known.slug !== slug) rows.previousSlugs.set(id, known.slug);
    if (known && known.path !== draft.categoryPath) rows.previousPaths.set(id, known.path);
    const variants = addRows(rows, draft, { id, slug, hash, categoryId: categories.get(draft.categoryPath) }, known);
    return { id, slug, sellerId, sourceRef, outcome: known ? 'updated' : 'created', variants };
  });
  await upsert.save(rows);
  return results;
}

function addRows(
  rows: UpsertRows,
  draft: Draft,
  product: { id: string; slug: string; hash: string; categoryId: string | undefined },
  known: StoredProduct | undefined,
): { id: string; sku: string }[] {
  const { images, reviews, variants, ...fields } = draft;
  const { id } = product;
  rows.products.push({ ...fields, id, slug: product.slug, draftHash: product.hash, categoryId: product.categoryId });
  images.forEach((image, position) => {
    rows.media.push({ ...image, productId: id, position });
  });
  reviews.forEach((review, index) => {
    rows.reviews.push({ ...review, id: newId(), productId: id, sourceRef: `draft:${index}` });
  });
  const ids = new Map(known?.variants?.map((variant) => [variant.sku, variant.id]));
  return variants.map(({ price, compareAt, sale, ...variant }, position) => {
    const variantId = ids.get(variant.sku) ?? newId();
    rows.variants.push({ ...variant, id: variantId, productId: id, position });
    rows.prices.push({
      variantId,
      price,
      compareAt,
      saleAmount: sale?.amount ?? null,
      saleStartsAt: sale?.startsAt ?? null,
      saleEndsAt: sale?.endsAt ?? null,
    });
    return { id: variantId, sku: variant.sku };
  });
}
