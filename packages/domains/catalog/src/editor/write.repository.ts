import { appendAudit, type SqlTransaction, statement } from '@mallhive/db';
import type { AuditEntry } from '@mallhive/kernel';
import { publishChanges } from '../change.repository.ts';
import type { ProductContent, VariantState } from './product-state.ts';

const lockSlugs = statement('catalog.lock-slugs', `select pg_advisory_xact_lock(hashtext('catalog.products'))`);
const insert = statement(
  'catalog.insert-product',
  `insert into catalog.products (id, seller_id, source_ref, slug, title, category_id, currency, created_at, updated_at, updated_by)
   values ($1::uuid, $2, ($1::uuid)::text, $3, $4, $5, $6, $7, $7, $8)`,
);
/** Only the fields that are given; `content` has them by their names in the contract. */
const update = statement(
  'catalog.update-product',
  `update catalog.products p set
     title = coalesce(x.title, p.title), subtitle = coalesce(x.subtitle, p.subtitle), description = coalesce(x.description, p.description),
     description_html = coalesce(x."descriptionHtml", p.description_html), highlights = coalesce(x.highlights, p.highlights),
     brand = coalesce(x.brand, p.brand), category_id = coalesce(x."categoryId", p.category_id), tags = coalesce(x.tags, p.tags),
     attribute_values = coalesce(x."attributeValues", p.attribute_values), attributes = coalesce(x.attributes, p.attributes),
     slug = coalesce(x.slug, p.slug), seo_title = coalesce(x."seoTitle", p.seo_title),
     seo_description = coalesce(x."seoDescription", p.seo_description), options = coalesce(x.options, p.options),
     status = coalesce(x.status, p.status),
     publish_at = case when $2::jsonb ? 'publishAt' then x."publishAt" else p.publish_at end,
     available_from = case when $2::jsonb ? 'availableFrom' then x."availableFrom" else p.available_from end,
     available_until = case when $2::jsonb ? 'availableUntil' then x."availableUntil" else p.available_until end,
     version = p.version + 1, updated_at = $3, updated_by = $4
   from jsonb_to_record($2::jsonb) as x (title text, subtitle text, description text, "descriptionHtml" text, highlights text[], brand text,
     "categoryId" uuid, tags text[], "attributeValues" jsonb, attributes json, slug text, "seoTitle" text, "seoDescription" text, options json,
     status text, "publishAt" timestamptz, "availableFrom" timestamptz, "availableUntil" timestamptz)
   where p.id = $1`,
);
const keepSlug = statement(
  'catalog.keep-slug',
  `with own as (delete from catalog.slug_redirects where slug = $3)
   insert into catalog.slug_redirects (slug, product_id) values ($2, $1) on conflict (slug) do update set product_id = excluded.product_id`,
);
const media = statement(
  'catalog.save-media',
  `with gone as (delete from catalog.product_media where product_id = $1 and position >= $3)
   insert into catalog.product_media (product_id, position, url, alt, width, height)
   select $1, position, url, alt, width, height
   from json_to_recordset($2::json) as x (position int, url text, alt text, width int, height int)
   on conflict (product_id, position) do update set url = excluded.url, alt = excluded.alt, width = excluded.width, height = excluded.height`,
);
/** Retired ones first, and SKUs that change out of the way: two variants may exchange theirs. */
const retire = statement(
  'catalog.retire-variants',
  `update catalog.variants v set active = v.id = any ($2::uuid[]), sku = case when v.id = any ($3::uuid[]) then v.id::text else v.sku end
   where v.product_id = $1 and ((v.active and not v.id = any ($2::uuid[])) or v.id = any ($3::uuid[]))`,
);
const variants = statement(
  'catalog.save-variants',
  `insert into catalog.variants (id, product_id, seller_id, sku, title, barcode, option_values, option_value_ids, weight_grams, image_index,
     image_indexes, position)
   select id, $1, $2, sku, title, barcode, "optionValues", "optionValueIds", "weightGrams", "imageIndexes"[1], "imageIndexes", position
   from json_to_recordset($3::json) as x (id uuid, sku text, title text, barcode text, "optionValues" json, "optionValueIds" text[],
     "weightGrams" int, "imageIndexes" int[], position int)
   on conflict (id) do update set sku = excluded.sku, title = excluded.title, barcode = excluded.barcode, option_values = excluded.option_values,
     option_value_ids = excluded.option_value_ids, weight_grams = excluded.weight_grams, image_index = excluded.image_index,
     image_indexes = excluded.image_indexes, position = excluded.position, active = true`,
);
/** A price that is taken back is converted again by refresh_prices. */
const prices = statement(
  'catalog.save-own-prices',
  `with incoming as (
     select * from json_to_recordset($2::json) as x ("variantId" uuid, currency text, amount int, "compareAt" int)
   ), gone as (
     delete from catalog.prices r using catalog.variants v
     where v.id = r.variant_id and v.product_id = $1 and v.active
       and not exists (select 1 from incoming i where i."variantId" = r.variant_id and i.currency = r.currency)
   )
   insert into catalog.prices as old (variant_id, currency, amount, compare_at)
   select "variantId", currency, amount, "compareAt" from incoming
   on conflict (variant_id, currency) do update set amount = excluded.amount, compare_at = excluded.compare_at, converted = false,
     sale_amount = case when old.sale_amount < excluded.amount then old.sale_amount end`,
);
const sales = statement(
  'catalog.save-sales',
  `with gone as (
     delete from catalog.sales where product_id = $1 and id not in (select id from json_to_recordset($2::json) as x (id uuid))
   )
   insert into catalog.sales (id, product_id, variant_ids, everything, starts_at, ends_at, percent, amounts)
   select id, $1, coalesce("variantIds", '{}'), "variantIds" is null, "startsAt", "endsAt", percent, amounts
   from json_to_recordset($2::json) as x (id uuid, "variantIds" uuid[], "startsAt" timestamptz, "endsAt" timestamptz, percent int, amounts jsonb)
   on conflict (id) do update set variant_ids = excluded.variant_ids, everything = excluded.everything, starts_at = excluded.starts_at,
     ends_at = excluded.ends_at, percent = excluded.percent, amounts = excluded.amounts`,
);
const translations = statement(
  'catalog.save-translations',
  `with gone as (
     delete from catalog.product_translations where product_id = $1
       and locale not in (select locale from json_to_recordset($2::json) as x (locale text))
   )
   insert into catalog.product_translations (product_id, locale, title, subtitle, description, description_html, highlights, seo_title,
     seo_description, options)
   select $1, locale, title, subtitle, description, "descriptionHtml", highlights, "seoTitle", "seoDescription", options
   from json_to_recordset($2::json) as x (locale text, title text, subtitle text, description text, "descriptionHtml" text, highlights text[],
     "seoTitle" text, "seoDescription" text, options json)
   on conflict (product_id, locale) do update set title = excluded.title, subtitle = excluded.subtitle, description = excluded.description,
     description_html = excluded.description_html, highlights = excluded.highlights, seo_title = excluded.seo_title,
     seo_description = excluded.seo_description, options = excluded.options`,
);
const remove = statement('catalog.delete-product', 'delete from catalog.products where id = $1');

/** A variant with what follows from the options. */
export interface VariantRow extends VariantState {
  title: string;
  optionValues: Record<string, string>;
}

export interface Writes {
  id: string;
  sellerId: string;
  /** Fields that change, with `description` beside `descriptionHtml`. */
  fields: Partial<ProductContent> & { description?: string };
  variants: VariantRow[] | null;
  /** Of those that exist, whose SKU changes. */
  renamed: string[];
  prices: boolean;
  sales: ProductContent['sales'] | null;
  translations: (Record<string, unknown> & { locale: string })[] | null;
  /** Where the slug changes. */
  previousSlug: string | null;
  at: Date;
  userId: string | null;
}

/** Nobody else gives or takes a slug until the end of the transaction. */
export async function holdSlugs(tx: SqlTransaction): Promise<void> {
  await tx.sql.many(lockSlugs);
}

export async function insertProduct(
  tx: SqlTransaction,
  row: {
    id: string;
    sellerId: string;
    slug: string;
    title: string;
    categoryId: string;
    currency: string;
    at: Date;
    userId: string | null;
  },
): Promise<void> {
  await tx.sql.execute(insert, [
    row.id,
    row.sellerId,
    row.slug,
    row.title,
    row.categoryId,
    row.currency,
    row.at,
    row.userId,
  ]);
}

/** Writes the parts that change; cards, events and audit follow by `finish`. */
export async function writeProduct(tx: SqlTransaction, writes: Writes): Promise<void> {
  const { id, fields } = writes;
  const { images } = fields;
  if (writes.previousSlug !== null) await tx.sql.execute(keepSlug, [id, writes.previousSlug, fields.slug]);
  await tx.sql.execute(update, [id, JSON.stringify(fields), writes.at, writes.userId]);
  if (images) {
    const rows = images.map((image, position) => ({ ...image, position }));
    await tx.sql.execute(media, [id, JSON.stringify(rows), rows.length]);
  }
  if (writes.variants) {
    const rows = writes.variants.map((variant, position) => ({ ...variant, position }));
    await tx.sql.execute(retire, [id, rows.map((row) => row.id), writes.renamed]);
    await tx.sql.execute(variants, [id, writes.sellerId, JSON.stringify(rows)]);
    if (writes.prices) {
      const own = rows.flatMap((row) =>
        Object.entries(row.prices).map(([currency, price]) => ({ variantId: row.id, currency, ...price })),
      );
      await tx.sql.execute(prices, [id, JSON.stringify(own)]);
    }
  }
  if (writes.sales) await tx.sql.execute(sales, [id, JSON.stringify(writes.sales)]);
  if (writes.translations) await tx.sql.execute(translations, [id, JSON.stringify(writes.translations)]);
}

export interface Finish {
  id: string;
  at: Date;
  audit: AuditEntry[];
  created?: boolean;
  previousSlug?: string | null;
  previousPath?: string | null;
  pricesToo: boolean;
  sellersToo: boolean;
}

export async function finish(tx: SqlTransaction, done: Finish): Promise<void> {
  const { id, at } = done;
  await appendAudit(tx, 'catalog', done.audit);
  await publishChanges(tx, {
    productIds: [id],
    at,
    ...(done.created ? { createdIds: new Set([id]) } : {}),
    ...(done.previousSlug ? { previousSlugs: new Map([[id, done.previousSlug]]) } : {}),
    ...(done.previousPath ? { previousPaths: new Map([[id, done.previousPath]]) } : {}),
    pricesToo: done.pricesToo,
    sellersToo: done.sellersToo,
  });
}

/** One that never was public, so that no page, order or index knows it. */
export async function removeProduct(tx: SqlTransaction, id: string, audit: AuditEntry): Promise<void> {
  await appendAudit(tx, 'catalog', [audit]);
  await tx.sql.execute(remove, [id]);
}
