import { type Database, type SqlTransaction, statement } from '@mallhive/db';
import type { StoredState, Surroundings } from './product-state.ts';

/** $1 now, $2 product, $3 its seller. Only prices set by hand are `prices`; what shoppers pay is `effective`. */
const state = `json_build_object(
    'id', p.id, 'sellerId', p.seller_id, 'version', p.version, 'slug', p.slug, 'title', p.title, 'subtitle', p.subtitle,
    'description', p.description, 'descriptionHtml', p.description_html, 'highlights', to_json(p.highlights), 'brand', p.brand,
    'categoryId', p.category_id, 'category', json_build_object('id', g.id, 'name', g.name, 'path', g.path), 'tags', to_json(p.tags),
    'attributeValues', p.attribute_values, 'attributes', p.attributes, 'seoTitle', p.seo_title, 'seoDescription', p.seo_description,
    'availableFrom', catalog.iso(p.available_from), 'availableUntil', catalog.iso(p.available_until), 'status', p.status,
    'publishAt', catalog.iso(p.publish_at), 'publishedAt', catalog.iso(p.published_at), 'moderation', p.moderation,
    'moderationReason', p.moderation_reason, 'flagged', p.flagged, 'currency', p.currency, 'updatedBy', p.updated_by,
    'createdAt', catalog.iso(p.created_at), 'updatedAt', catalog.iso(p.updated_at), 'options', p.options,
    'isPublic', exists (select 1 from catalog.product_cards c where c.product_id = p.id),
    'images', (
      select coalesce(json_agg(json_build_object('url', m.url, 'alt', m.alt, 'width', m.width, 'height', m.height) order by m.position), '[]')
      from catalog.product_media m where m.product_id = p.id),
    'variants', (
      select coalesce(json_agg(json_build_object('id', v.id, 'sku', v.sku, 'barcode', v.barcode, 'weightGrams', v.weight_grams,
        'optionValueIds', to_json(v.option_value_ids), 'imageIndexes', to_json(v.image_indexes), 'prices', (
          select coalesce(json_object_agg(r.currency, json_build_object('amount', r.amount, 'compareAt', r.compare_at)), '{}')
          from catalog.prices r where r.variant_id = v.id and not r.converted)) order by v.position, v.id), '[]')
      from catalog.variants v where v.product_id = p.id and v.active),
    'retired', (
      select coalesce(json_agg(json_build_object('id', v.id, 'sku', v.sku)), '[]')
      from catalog.variants v where v.product_id = p.id and not v.active),
    'shown', (
      select coalesce(json_object_agg(v.id, json_build_object('title', v.title, 'availableQuantity', v.available_quantity - v.backorder_quantity, 'effective', (
        select coalesce(json_object_agg(r.currency, json_build_object(
          'current', json_build_object('currency', r.currency,
            'amount', catalog.current_price(r.amount, r.sale_amount, r.sale_starts_at, r.sale_ends_at, $1)),
          'compareAt', (select json_build_object('amount', x.amount, 'currency', r.currency) from (select
            catalog.compare_price(r.amount, r.compare_at, r.sale_amount, r.sale_starts_at, r.sale_ends_at, $1) as amount) x
            where x.amount is not null))), '{}')
        from catalog.prices r where r.variant_id = v.id))), '{}')
      from catalog.variants v where v.product_id = p.id and v.active),
    'sales', (
      select coalesce(json_agg(json_build_object('id', s.id, 'variantIds', case when not s.everything then to_json(s.variant_ids) end,
        'startsAt', catalog.iso(s.starts_at), 'endsAt', catalog.iso(s.ends_at), 'percent', s.percent, 'amounts', s.amounts)
        order by s.starts_at nulls first, s.id), '[]')
      from catalog.sales s where s.product_id = p.id),
    'translations', (
      select coalesce(json_object_agg(t.locale, json_build_object('title', t.title, 'subtitle', t.subtitle, 'descriptionHtml', t.description_html,
        'highlights', to_json(t.highlights), 'seoTitle', t.seo_title, 'seoDescription', t.seo_description, 'options', t.options)), '{}')
      from catalog.product_translations t where t.product_id = p.id)) as state`;
const source = `from catalog.products p join catalog.categories g on g.id = p.category_id
   where p.id = $2 and ($3::uuid is null or p.seller_id = $3)`;

const read = statement('catalog.editor-product', `select ${state} ${source}`);
const lock = statement(
  'catalog.lock-edited-product',
  'select 1 from catalog.products where id = $1 and ($2::uuid is null or seller_id = $2) for update',
);

interface Key {
  productId: string;
  /** Null: whoever's it is. */
  sellerId: string | null;
}

/** Imports store options without ids: there the names are the ids. */
function withOptionIds(stored: StoredState): StoredState {
  for (const option of stored.options) {
    option.id ??= option.name;
    for (const value of option.values) value.id ??= value.value;
  }
  return stored;
}

/** Null when the seller has no such product. */
export async function readState(db: Database | SqlTransaction, key: Key, at: Date): Promise<StoredState | null> {
  const row = await db.sql.maybe<{ state: StoredState }>(read, [at, key.productId, key.sellerId]);
  return row && withOptionIds(row.state);
}

/** The same, and nobody else may change it until the end of the transaction. */
export async function lockState(tx: SqlTransaction, key: Key, at: Date): Promise<StoredState | null> {
  // Two statements: the second sees what the one we waited for has written.
  const found = await tx.sql.maybe(lock, [key.productId, key.sellerId]);
  return found && readState(tx, key, at);
}

/** $1 seller, $2 product, $3 SKUs, $4 slug, $5 category. */
const around = statement(
  'catalog.editor-surroundings',
  `select
     (select coalesce(json_agg(v.sku), '[]') from catalog.variants v
      where v.seller_id = $1 and v.active and v.product_id <> $2 and v.sku = any ($3::text[])) as "takenSkus",
     exists (select 1 from catalog.products where slug = $4 and id <> $2)
       or exists (select 1 from catalog.slug_redirects where slug = $4 and product_id <> $2) as "slugTaken",
     (select json_build_object('path', path, 'active', active) from catalog.categories where id = $5) as category,
     (select coalesce(json_agg(json_build_object('id', a.id, 'type', a.type, 'choices', a.choices, 'required', a.required)), '[]')
      from catalog.category_attributes a join catalog.categories g on g.id = a.category_id
      join catalog.categories own on own.id = $5 and (own.path = g.path or own.path like g.path || '/%')) as attributes`,
);

export function readSurroundings(
  tx: SqlTransaction,
  product: { sellerId: string; id: string; skus: readonly string[]; slug: string; categoryId: string },
): Promise<Surroundings> {
  const { sellerId, id, skus, slug, categoryId } = product;
  return tx.sql.one<Surroundings>(around, [sellerId, id, skus, slug, categoryId]);
}
