import { type Database, statement } from '@mallhive/db';
import type { ProductCard } from './contract.ts';

/** The ids go through a sub-select, so that PostgreSQL plans this once and not anew for each number of ids. */
const forCart = statement(
  'catalog.variants-for-cart',
  `select v.id as "variantId", v.product_id as "productId", p.slug, v.sku, p.title, v.title as "variantTitle",
     (select m.url from catalog.product_media m where m.product_id = p.id
      order by m.position = coalesce(v.image_index, 0) desc, m.position limit 1) as "imageUrl",
     json_build_object('id', s.seller_id, 'slug', s.slug, 'name', s.name) as seller,
     json_build_object('amount', catalog.current_price(r.amount, r.sale_amount, r.sale_starts_at, r.sale_ends_at, $3), 'currency', $2::text) as "unitPrice",
     catalog.compare_price(r.amount, r.compare_at, r.sale_amount, r.sale_starts_at, r.sale_ends_at, $3) as "compareAmount",
     v.weight_grams as "weightGrams", p.status = 'published' and v.active as published
   from catalog.variants v
   join catalog.products p on p.id = v.product_id
   join catalog.seller_profiles s on s.seller_id = p.seller_id
   join catalog.prices r on r.variant_id = v.id and r.currency = $2
   where v.id = any (array(select unnest($1::uuid[])))`,
);

export interface CartVariantRow {
  variantId: string;
  productId: string;
  slug: string;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  seller: { id: string; slug: string; name: string };
  unitPrice: { amount: number; currency: 'EUR' | 'USD' | 'GBP' | 'JPY' };
  compareAmount: number | null;
  weightGrams: number;
  published: boolean;
}

export function readVariants(db: Database, ids: readonly string[], currency: string, at: Date) {
  return db.sql.many<CartVariantRow>(forCart, [ids, currency, at]);
}

const forIndex = statement(
  'catalog.products-for-index',
  `select p.id as "productId", p.slug, p.title, p.subtitle, p.description, p.brand, p.highlights, p.attributes, p.options,
     (select json_agg(json_build_object('sku', v.sku, 'optionValues', v.option_values)) from catalog.variants v
      where v.product_id = p.id and v.active) as variants,
     (select json_agg(json_build_object('path', g.path, 'name', g.name) order by length(g.path))
      from catalog.categories g where g.path = any (c.category_paths)) as categories,
     s.slug as "sellerSlug", s.name as "sellerName", c.price, c.compare_at is not null as "onSale", c.rating_average as rating,
     c.rating_count as "ratingCount", c.available, catalog.iso(c.created_at) as "createdAt", c.revision, c.card
   from catalog.product_cards c
   join catalog.products p on p.id = c.product_id
   join catalog.seller_profiles s on s.seller_id = c.seller_id
   where c.currency = $1 and c.product_id = any ($2::uuid[])`,
);

/** Everything a search index needs about one published product. */
export interface IndexableProduct {
  productId: string;
  slug: string;
  title: string;
  subtitle: string;
  description: string;
  brand: string;
  highlights: string[];
  attributes: { name: string; value: string }[];
  options: { name: string; values: { value: string; swatch: string | null }[] }[];
  variants: { sku: string; optionValues: Record<string, string> }[];
  categories: { path: string; name: string }[];
  sellerSlug: string;
  sellerName: string;
  price: number;
  onSale: boolean;
  rating: number;
  ratingCount: number;
  available: boolean;
  createdAt: string;
  revision: number;
  card: ProductCard;
}

export function readForIndex(db: Database, currency: string, ids: readonly string[]) {
  return db.sql.many<IndexableProduct>(forIndex, [currency, ids]);
}

const publishedAfter = statement(
  'catalog.published-ids-after',
  `select product_id as id from catalog.product_cards where currency = $1 and ($2::uuid is null or product_id > $2) order by product_id limit $3`,
);

export async function publishedIds(db: Database, currency: string, after: string | null, limit: number) {
  const rows = await db.sql.many<{ id: string }>(publishedAfter, [currency, after, limit]);
  return rows.map(({ id }) => id);
}

const sellersOf = statement(
  'catalog.sellers-of-products',
  'select id, seller_id from catalog.products where id = any ($1::uuid[])',
);

export async function readSellersOf(db: Database, productIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.sql.many<{ id: string; seller_id: string }>(sellersOf, [productIds]);
  return new Map(rows.map((row) => [row.id, row.seller_id]));
}
