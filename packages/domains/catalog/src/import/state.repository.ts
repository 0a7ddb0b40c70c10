import { type Database, type Sql, statement } from '@mallhive/db';
import type { Currency } from '@mallhive/kernel';

export interface VariantState {
  id: string;
  sku: string;
  title: string;
  optionValues: Record<string, string>;
  optionValueIds: string[];
  weightGrams: number;
  barcode: string;
  imageIndex: number | null;
  imageIndexes: number[];
  position: number;
  active: boolean;
  stock: number;
  prices: Partial<Record<Currency, { amount: number; compareAt: number | null }>>;
}
export interface OptionState {
  id?: string;
  name: string;
  values: { id?: string; value: string; swatch: string | null }[];
}
export interface ImageState {
  url: string;
  alt: string;
  width: number;
  height: number;
}

/** A product with everything a file may say of it, as it is now. */
export interface ProductState {
  id: string;
  handle: string;
  slug: string;
  title: string;
  subtitle: string;
  descriptionHtml: string;
  description: string;
  brand: string;
  category: string;
  categoryId: string;
  status: 'draft' | 'published' | 'archived';
  tags: string[];
  highlights: string[];
  attributes: { name: string; value: string }[];
  attributeValues: Record<string, unknown>;
  seoTitle: string;
  seoDescription: string;
  options: OptionState[];
  images: ImageState[];
  variants: VariantState[];
}

/** Of a product `p`: everything, as one JSON value. */
const state = `json_build_object(
    'id', p.id, 'handle', p.source_ref, 'slug', p.slug, 'title', p.title, 'subtitle', p.subtitle,
    'descriptionHtml', p.description_html, 'description', p.description, 'brand', p.brand,
    'category', g.path, 'categoryId', g.id, 'status', p.status, 'tags', p.tags, 'highlights', p.highlights,
    'attributes', p.attributes, 'attributeValues', p.attribute_values, 'seoTitle', p.seo_title, 'seoDescription', p.seo_description,
    'options', p.options,
    'images', coalesce((
      select json_agg(json_build_object('url', m.url, 'alt', m.alt, 'width', m.width, 'height', m.height) order by m.position)
      from catalog.product_media m where m.product_id = p.id), '[]'),
    'variants', coalesce((
      select json_agg(json_build_object('id', v.id, 'sku', v.sku, 'title', v.title, 'optionValues', v.option_values,
        'optionValueIds', v.option_value_ids, 'weightGrams', v.weight_grams, 'barcode', v.barcode, 'imageIndex', v.image_index,
        'imageIndexes', v.image_indexes, 'position', v.position, 'active', v.active, 'stock', v.available_quantity - v.backorder_quantity,
        'prices', coalesce((
          select json_object_agg(r.currency, json_build_object('amount', r.amount, 'compareAt', r.compare_at))
          from catalog.prices r where r.variant_id = v.id and not r.converted), '{}')) order by v.position, v.id)
      from catalog.variants v where v.product_id = p.id), '[]'))`;

const byKeys = statement(
  'catalog.import-states',
  `select ${state} as state from catalog.products p join catalog.categories g on g.id = p.category_id
   where p.id in (
     select id from catalog.products where seller_id = $1 and source_ref = any ($2::text[])
     union select product_id from catalog.variants where seller_id = $1 and sku = any ($3::text[]) and active)`,
);
const skuOwners = statement(
  'catalog.import-sku-owners',
  'select sku, product_id as "productId" from catalog.variants where seller_id = $1 and sku = any ($2::text[]) and active',
);
const page = statement(
  'catalog.export-states',
  `select ${state} as state, p.id from catalog.products p join catalog.categories g on g.id = p.category_id
   where p.id = any ($1::uuid[]) order by p.id`,
);
const ids = statement(
  'catalog.export-ids',
  `select p.id from catalog.products p join catalog.categories g on g.id = p.category_id
   where p.seller_id = $1 and ($2 = 'all' or p.status = $2) and ($3 = '' or g.path = $3 or g.path like $3 || '/%')
     and ($4 = '' or lower(p.title) like '%' || $4 || '%'
       or p.id in (select product_id from catalog.variants where seller_id = $1 and sku ilike $4 || '%'))
   order by p.id`,
);
const categories = statement(
  'catalog.import-categories',
  'select id, path, active from catalog.categories where path = any ($1::text[])',
);

export async function readStates(sql: Sql, sellerId: string, handles: readonly string[], skus: readonly string[]) {
  const rows = await sql.many<{ state: ProductState }>(byKeys, [sellerId, handles, skus]);
  return rows.map((row) => row.state);
}

export async function readSkuOwners(sql: Sql, sellerId: string, skus: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql.many<{ sku: string; productId: string }>(skuOwners, [sellerId, skus]);
  return new Map(rows.map(({ sku, productId }) => [sku, productId]));
}

export interface ExportFilter {
  status: string;
  category: string;
  query: string;
}

/** Once for a file, so that no page of it looks for its place again; the order is that of the ids. */
export async function readExportIds(
  db: Database,
  sellerId: string,
  { status, category, query }: ExportFilter,
): Promise<string[]> {
  const rows = await db.sql.many<{ id: string }>(ids, [
    sellerId,
    status,
    category,
    query.toLowerCase().replace(/[\\%_]/g, '\\$&'),
  ]);
  return rows.map(({ id }) => id);
}

export async function readExportStates(db: Database, productIds: readonly string[]): Promise<ProductState[]> {
  const rows = await db.sql.many<{ state: ProductState }>(page, [productIds]);
  return rows.map((row) => row.state);
}

export async function readCategories(sql: Sql, paths: readonly string[]) {
  const rows = await sql.many<{ id: string; path: string; active: boolean }>(categories, [paths]);
  return new Map(rows.map((row) => [row.path, row]));
}
