import { type AuditActor, type Currency, newId, systemActor } from '@mallhive/kernel';
import type { z } from 'zod';
import { categoryIds } from './category.repository.ts';
import { type ProductDraft, productDraftSchema } from './contract.ts';
import type { Database } from './database.repository.ts';
import { draftHash, slugSuffix } from './draft-hash.ts';
import { categoryUnknown, compareAtTooLow, skuTaken } from './errors.ts';
import type { CatalogPorts } from './ports.ts';
import { plainText, richTextOf, sanitizeRichText } from './rich-text.ts';
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

export interface UpsertOptions {
  /** Who imports; the shop itself when left out. */
  actor?: AuditActor;
  /** Drafts of a seller: what becomes public goes through moderation like a save in the editor. Own drafts do not. */
  moderate?: boolean;
}

const batchSize = 500;
const keyOf = (draft: { sellerId: string; sourceRef: string }) => `${draft.sellerId}\0${draft.sourceRef}`;

/**
 * For seed and import: thousands of products in about twenty statements per 500, idempotent by (sellerId, sourceRef).
 * A draft that is the same as last time changes nothing, not even what a seller has edited since.
 * A slug that another product has, or had, gets a suffix; a changed slug leaves a redirect.
 * UNPROCESSABLE `category_unknown`, `compare_at_too_low`, CONFLICT `sku_taken`: of the batch of 500 nothing is written then.
 */
export async function upsertProducts(
  db: Database,
  ports: CatalogPorts,
  drafts: readonly ProductDraft[],
  { actor = systemActor, moderate = false }: UpsertOptions = {},
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
  const wrong = parsed.flatMap((draft) => draft.variants).filter((v) => v.sale && v.sale.amount >= v.price);
  if (wrong.length > 0) throw compareAtTooLow(wrong.map((variant) => variant.sku));

  const results: UpsertedProduct[] = [];
  for (let start = 0; start < parsed.length; start += batchSize) {
    const batch = parsed.slice(start, start + batchSize);
    const context = { currency: ports.currency, at: ports.clock.now(), actor, moderate };
    const done = await upsertTransaction(db, context, (upsert) =>
      upsertBatch(upsert, batch, categories, ports.currency),
    );
    results.push(...done);
  }
  return results;
}

async function upsertBatch(upsert: Upsert, drafts: Draft[], categories: Map<string, string>, currency: Currency) {
  const stored = new Map((await upsert.stored(drafts)).map((product) => [keyOf(product), product]));
  const owners = await upsert.slugOwners(drafts.map((draft) => draft.slug));
  const rows: UpsertRows = {
    products: [],
    variants: [],
    prices: [],
    sales: [],
    saleProductIds: [],
    translations: [],
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
    const variants = addRows(
      rows,
      draft,
      { id, slug, hash, categoryId: categories.get(draft.categoryPath) },
      known,
      currency,
    );
    return { id, slug, sellerId, sourceRef, outcome: known ? 'updated' : 'created', variants };
  });
  await refuseTakenSkus(upsert, results, new Set(rows.products.map(({ id }) => id)));
  await upsert.save(rows);
  return results;
}

/** A SKU is unique in a shop: among the drafts, and against what is stored. */
async function refuseTakenSkus(upsert: Upsert, results: UpsertedProduct[], changed: ReadonlySet<string>) {
  const variants = results
    .filter(({ id }) => changed.has(id))
    .flatMap(({ id, sellerId, variants: own }) => own.map(({ sku }) => ({ sellerId, productId: id, sku })));
  const seen = new Map<string, string>();
  const twice = variants.filter(({ sellerId, productId, sku }) => {
    const owner = seen.get(`${sellerId}\0${sku}`) ?? productId;
    seen.set(`${sellerId}\0${sku}`, productId);
    return owner !== productId;
  });
  const taken = [...twice.map(({ sku }) => sku), ...(await upsert.takenSkus(variants))];
  if (taken.length > 0) throw skuTaken([...new Set(taken)]);
}

function addRows(
  rows: UpsertRows,
  draft: Draft,
  product: { id: string; slug: string; hash: string; categoryId: string | undefined },
  known: StoredProduct | undefined,
  currency: Currency,
): { id: string; sku: string }[] {
  const { images, reviews, variants, translations, descriptionHtml, ...fields } = draft;
  const { id } = product;
  const html = descriptionHtml === undefined ? richTextOf(fields.description) : sanitizeRichText(descriptionHtml);
  rows.products.push({
    ...fields,
    id,
    slug: product.slug,
    draftHash: product.hash,
    categoryId: product.categoryId,
    descriptionHtml: html,
    description: descriptionHtml === undefined ? fields.description : plainText(html),
  });
  images.forEach((image, position) => {
    rows.media.push({ ...image, productId: id, position });
  });
  reviews.forEach((review, index) => {
    rows.reviews.push({ ...review, id: newId(), productId: id, sourceRef: `draft:${index}` });
  });
  for (const [locale, translation] of Object.entries(translations)) {
    const translated = sanitizeRichText(translation.descriptionHtml);
    rows.translations.push({
      ...translation,
      productId: id,
      locale,
      descriptionHtml: translated,
      description: plainText(translated),
    });
  }
  if (variants.some(({ sale }) => sale !== undefined)) rows.saleProductIds.push(id);
  const ids = new Map(known?.variants?.map((variant) => [variant.sku, variant.id]));
  return variants.map(({ price, compareAt, sale, prices, ...variant }, position) => {
    const variantId = ids.get(variant.sku) ?? newId();
    const optionValueIds = draft.options.map(({ name }) => variant.optionValues[name] ?? '');
    rows.variants.push({
      ...variant,
      id: variantId,
      productId: id,
      position,
      sellerId: draft.sellerId,
      optionValueIds,
    });
    rows.prices.push({ variantId, currency, amount: price, compareAt });
    for (const [other, own] of Object.entries(prices)) {
      if (other !== currency)
        rows.prices.push({ variantId, currency: other, amount: own.amount, compareAt: own.compareAt });
    }
    if (sale) {
      const { startsAt, endsAt, amount } = sale;
      rows.sales.push({ id: newId(), productId: id, variantId, startsAt, endsAt, amounts: { [currency]: amount } });
    }
    return { id: variantId, sku: variant.sku };
  });
}
