import { appendAudit, type Database, type SqlTransaction, statement, withSqlTransaction } from '@mallhive/db';
import type { AuditActor } from '@mallhive/kernel';
import { publishChanges } from './change.repository.ts';
import { submitForModeration } from './moderation/submit.repository.ts';

const lock = statement('catalog.lock-upsert', `select pg_advisory_xact_lock(hashtext('catalog.products'))`);

const stored = statement(
  'catalog.stored-products',
  `select p.id, p.seller_id as "sellerId", p.source_ref as "sourceRef", p.slug, p.draft_hash as "draftHash", g.path,
     (select json_agg(json_build_object('id', v.id, 'sku', v.sku)) from catalog.variants v where v.product_id = p.id) as variants
   from json_to_recordset($1::json) as x ("sellerId" uuid, "sourceRef" text)
   join catalog.products p on p.seller_id = x."sellerId" and p.source_ref = x."sourceRef"
   join catalog.categories g on g.id = p.category_id`,
);
/** Who has a slug, or had it: an old address keeps leading to its product. */
const slugOwners = statement(
  'catalog.slug-owners',
  `select slug, id from catalog.products where slug = any ($1::text[])
   union all select slug, product_id from catalog.slug_redirects where slug = any ($1::text[])`,
);

const redirects = statement(
  'catalog.keep-old-slugs',
  `insert into catalog.slug_redirects (slug, product_id)
   select slug, id from json_to_recordset($1::json) as x (id uuid, slug text)
   on conflict (slug) do update set product_id = excluded.product_id, created_at = now()`,
);
const releaseSlugs = statement(
  'catalog.release-slugs',
  'delete from catalog.slug_redirects where slug = any ($1::text[])',
);

const products = statement(
  'catalog.upsert-products',
  `insert into catalog.products as old (id, seller_id, source_ref, draft_hash, slug, title, subtitle, description, description_html, highlights,
     attributes, attribute_values, brand, tags, seo_title, seo_description, category_id, status, options, currency, moderation, published_at,
     updated_by, created_at, updated_at)
   select x.id, x."sellerId", x."sourceRef", x."draftHash", x.slug, x.title, x.subtitle, x.description, x."descriptionHtml", x.highlights,
     x.attributes, x."attributeValues", x.brand, x.tags, x."seoTitle", x."seoDescription", x."categoryId", x.status, x.options, $3,
     case when $4::bool then 'none' else 'approved' end, case when x.status = 'published' and not $4::bool then $2::timestamptz end,
     $5::uuid, coalesce(x."createdAt", $2), $2
   from json_to_recordset($1::json) as x (id uuid, "sellerId" uuid, "sourceRef" text, "draftHash" text, slug text, title text, subtitle text,
     description text, "descriptionHtml" text, highlights text[], attributes json, "attributeValues" jsonb, brand text, tags text[],
     "seoTitle" text, "seoDescription" text, "categoryId" uuid, status text, options json, "createdAt" timestamptz)
   on conflict (seller_id, source_ref) do update set draft_hash = excluded.draft_hash, slug = excluded.slug, title = excluded.title,
     subtitle = excluded.subtitle, description = excluded.description, highlights = excluded.highlights, attributes = excluded.attributes,
     brand = excluded.brand, category_id = excluded.category_id, status = excluded.status, options = excluded.options,
     description_html = excluded.description_html, attribute_values = excluded.attribute_values, tags = excluded.tags,
     seo_title = excluded.seo_title, seo_description = excluded.seo_description, currency = excluded.currency,
     moderation = case when $4 then old.moderation else 'approved' end, moderation_reason = case when $4 then old.moderation_reason else '' end,
     publish_at = case when excluded.status = 'draft' then old.publish_at end,
     published_at = coalesce(old.published_at, excluded.published_at), updated_by = excluded.updated_by,
     updated_at = excluded.updated_at, version = old.version + 1`,
);
/** Stock is inventory's: a draft's figure counts only for a variant that is new. */
const variants = statement(
  'catalog.upsert-variants',
  `with incoming as (
     select * from json_to_recordset($1::json) as x (id uuid, "productId" uuid, sku text, title text, "optionValues" json,
       "weightGrams" int, "imageIndex" int, position int, stock int, "sellerId" uuid, barcode text, "optionValueIds" text[],
       "imageIndexes" int[])
   ), retired as (
     update catalog.variants v set active = false
     where v.product_id = any ($2::uuid[]) and v.active and v.id not in (select id from incoming)
   )
   insert into catalog.variants (id, product_id, sku, title, option_values, weight_grams, image_index, image_indexes, position,
     available_quantity, seller_id, barcode, option_value_ids)
   select id, "productId", sku, title, "optionValues", "weightGrams", "imageIndex",
     coalesce("imageIndexes", array_remove(array["imageIndex"], null)), position, stock, "sellerId", barcode, "optionValueIds" from incoming
   on conflict (product_id, sku) do update set title = excluded.title, option_values = excluded.option_values,
     weight_grams = excluded.weight_grams, image_index = excluded.image_index, image_indexes = excluded.image_indexes,
     position = excluded.position, barcode = excluded.barcode, option_value_ids = excluded.option_value_ids, active = true`,
);
/** Ordinary prices and those of other currencies that are set by hand; sales and converted ones follow by refresh_prices. */
const prices = statement(
  'catalog.upsert-prices',
  `with incoming as (
     select * from json_to_recordset($1::json) as x ("variantId" uuid, currency text, amount int, "compareAt" int)
   ), gone as (
     delete from catalog.prices r using catalog.variants v
     where v.id = r.variant_id and v.product_id = any ($2::uuid[]) and not r.converted
       and not exists (select 1 from incoming i where i."variantId" = r.variant_id and i.currency = r.currency)
       and exists (select 1 from incoming i where i."variantId" = r.variant_id)
   )
   insert into catalog.prices as old (variant_id, currency, amount, compare_at)
   select "variantId", currency, amount, "compareAt" from incoming
   on conflict (variant_id, currency) do update set amount = excluded.amount, compare_at = excluded.compare_at, converted = false,
     sale_amount = case when old.sale_amount < excluded.amount then old.sale_amount end`,
);
const sales = statement(
  'catalog.upsert-sales',
  `with gone as (delete from catalog.sales where product_id = any ($2::uuid[]))
   insert into catalog.sales (id, product_id, variant_ids, everything, starts_at, ends_at, amounts)
   select id, "productId", array["variantId"], false, "startsAt", "endsAt", amounts
   from json_to_recordset($1::json) as x (id uuid, "productId" uuid, "variantId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, amounts jsonb)`,
);
const translations = statement(
  'catalog.upsert-translations',
  `with gone as (delete from catalog.product_translations t where t.product_id = any ($2::uuid[]) and not exists (
     select 1 from json_to_recordset($1::json) as x ("productId" uuid, locale text) where x."productId" = t.product_id and x.locale = t.locale))
   insert into catalog.product_translations (product_id, locale, title, subtitle, description, description_html, highlights, seo_title,
     seo_description, options)
   select "productId", locale, title, subtitle, description, "descriptionHtml", highlights, "seoTitle", "seoDescription", options
   from json_to_recordset($1::json) as x ("productId" uuid, locale text, title text, subtitle text, description text, "descriptionHtml" text,
     highlights text[], "seoTitle" text, "seoDescription" text, options json)
   on conflict (product_id, locale) do update set title = excluded.title, subtitle = excluded.subtitle, description = excluded.description,
     description_html = excluded.description_html, highlights = excluded.highlights, seo_title = excluded.seo_title,
     seo_description = excluded.seo_description, options = excluded.options`,
);
const takenSkus = statement(
  'catalog.taken-skus',
  `select v.sku from json_to_recordset($1::json) as x ("sellerId" uuid, "productId" uuid, sku text)
   join catalog.variants v on v.seller_id = x."sellerId" and v.sku = x.sku and v.product_id <> x."productId" and v.active`,
);
const media = statement(
  'catalog.upsert-media',
  `with incoming as (
     select * from json_to_recordset($1::json) as x ("productId" uuid, position int, url text, alt text, width int, height int)
   ), gone as (
     delete from catalog.product_media m
     where m.product_id = any ($2::uuid[])
       and not exists (select 1 from incoming i where i."productId" = m.product_id and i.position = m.position)
   )
   insert into catalog.product_media (product_id, position, url, alt, width, height)
   select "productId", position, url, alt, width, height from incoming
   on conflict (product_id, position) do update set url = excluded.url, alt = excluded.alt, width = excluded.width, height = excluded.height`,
);
const reviews = statement(
  'catalog.upsert-reviews',
  `with incoming as (
     select * from json_to_recordset($1::json) as x (id uuid, "productId" uuid, "sourceRef" text, rating int, title text, body text,
       "authorName" text, "createdAt" timestamptz)
   ), gone as (
     delete from catalog.reviews r
     where r.product_id = any ($2::uuid[]) and r.source_ref like 'draft:%'
       and not exists (select 1 from incoming i where i."productId" = r.product_id and i."sourceRef" = r.source_ref)
   )
   insert into catalog.reviews (id, product_id, source_ref, rating, title, body, author_name, verified, created_at)
   select id, "productId", "sourceRef", rating, title, body, "authorName", true, "createdAt" from incoming
   on conflict (product_id, source_ref) do update set rating = excluded.rating, title = excluded.title, body = excluded.body,
     author_name = excluded.author_name, created_at = excluded.created_at`,
);
const ratings = statement(
  'catalog.recount-ratings',
  `update catalog.products p set rating_count = t.count, rating_sum = t.sum, rating_distribution = t.distribution
   from (
     select i.id, count(r.id)::int as count, coalesce(sum(r.rating), 0)::int as sum,
       array[count(*) filter (where r.rating = 1), count(*) filter (where r.rating = 2), count(*) filter (where r.rating = 3),
             count(*) filter (where r.rating = 4), count(*) filter (where r.rating = 5)]::int[] as distribution
     from unnest($1::uuid[]) as i (id) left join catalog.reviews r on r.product_id = i.id and r.status = 'published' group by i.id
   ) t
   where p.id = t.id and (p.rating_count, p.rating_sum, p.rating_distribution) is distinct from (t.count, t.sum, t.distribution)`,
);

export interface StoredProduct {
  id: string;
  sellerId: string;
  sourceRef: string;
  slug: string;
  draftHash: string | null;
  path: string;
  variants: { id: string; sku: string }[] | null;
}

/** Rows of all tables for the drafts that are new or changed, ready to be stored. */
export interface UpsertRows {
  products: ({ id: string; slug: string; sellerId: string; title: string; status: string } & Record<string, unknown>)[];
  variants: Record<string, unknown>[];
  prices: Record<string, unknown>[];
  sales: Record<string, unknown>[];
  /** Those whose drafts speak of sales at all. */
  saleProductIds: string[];
  translations: Record<string, unknown>[];
  media: Record<string, unknown>[];
  reviews: Record<string, unknown>[];
  createdIds: Set<string>;
  previousSlugs: Map<string, string>;
  previousPaths: Map<string, string>;
}

export interface Upsert {
  stored(keys: readonly { sellerId: string; sourceRef: string }[]): Promise<StoredProduct[]>;
  slugOwners(slugs: readonly string[]): Promise<Map<string, string>>;
  /** SKUs that another product of the same shop has. */
  takenSkus(variants: readonly { sellerId: string; productId: string; sku: string }[]): Promise<string[]>;
  save(rows: UpsertRows): Promise<void>;
}

export interface UpsertContext {
  currency: string;
  at: Date;
  /** True: products that become public go through moderation. */
  moderate: boolean;
  actor: AuditActor;
  /** True: translations and reviews stay as they are, because the rows say nothing of them. */
  keepOthers?: boolean;
}

async function save(tx: SqlTransaction, rows: UpsertRows, context: UpsertContext): Promise<void> {
  const { currency, at, moderate, actor, keepOthers = false } = context;
  const ids = rows.products.map(({ id }) => id);
  if (ids.length === 0) return;
  const former = [...rows.previousSlugs].map(([id, slug]) => ({ id, slug }));
  if (former.length > 0) await tx.sql.execute(redirects, [JSON.stringify(former)]);
  await tx.sql.execute(releaseSlugs, [rows.products.map(({ slug }) => slug)]);
  await tx.sql.execute(products, [JSON.stringify(rows.products), at, currency, moderate, actor.userId]);
  await tx.sql.execute(variants, [JSON.stringify(rows.variants), ids]);
  await tx.sql.execute(prices, [JSON.stringify(rows.prices), ids]);
  if (rows.saleProductIds.length > 0) await tx.sql.execute(sales, [JSON.stringify(rows.sales), rows.saleProductIds]);
  if (!keepOthers && (rows.translations.length > 0 || rows.createdIds.size < ids.length)) {
    await tx.sql.execute(translations, [JSON.stringify(rows.translations), ids]);
  }
  await tx.sql.execute(media, [JSON.stringify(rows.media), ids]);
  if (!keepOthers) {
    await tx.sql.execute(reviews, [JSON.stringify(rows.reviews), ids]);
    await tx.sql.execute(ratings, [ids]);
  }
  const { createdIds, previousSlugs, previousPaths } = rows;
  if (moderate) await submitForModeration(tx, ids, at, true);
  await appendAudit(
    tx,
    'catalog',
    rows.products.map(({ id, sellerId, title, status }) => ({
      actor,
      sellerId,
      action: createdIds.has(id) ? 'product.import' : 'product.reimport',
      objectType: 'product',
      objectId: id,
      changes: { title: [null, title], status: [null, status] },
      at,
    })),
  );
  await publishChanges(tx, {
    productIds: ids,
    at,
    createdIds,
    previousSlugs,
    previousPaths,
    sellersToo: true,
    pricesToo: true,
  });
}

/** Within the caller's transaction; no other upsert runs until it ends, so that slugs cannot be given away twice. */
export async function openUpsert(tx: SqlTransaction, context: UpsertContext): Promise<Upsert> {
  await tx.sql.many(lock);
  return {
    stored: (keys) => tx.sql.many<StoredProduct>(stored, [JSON.stringify(keys)]),
    slugOwners: async (slugs) => {
      const rows = await tx.sql.many<{ slug: string; id: string }>(slugOwners, [slugs]);
      return new Map(rows.map(({ slug, id }) => [slug, id]));
    },
    takenSkus: async (variants) => {
      const rows = await tx.sql.many<{ sku: string }>(takenSkus, [JSON.stringify(variants)]);
      return rows.map(({ sku }) => sku);
    },
    save: (rows) => save(tx, rows, context),
  };
}

/** Runs `work` in one transaction. */
export function upsertTransaction<Value>(
  db: Database,
  context: UpsertContext,
  work: (upsert: Upsert) => Promise<Value>,
): Promise<Value> {
  return withSqlTransaction(db, async (tx) => work(await openUpsert(tx, context)));
}
