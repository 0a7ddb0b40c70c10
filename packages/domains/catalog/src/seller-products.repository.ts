import { type Database, type SqlTransaction, statement } from '@mallhive/db';
import type { z } from 'zod';
import type { sellerProductOutput, sellerProductRowSchema } from './contract.ts';

export type SellerProductRow = z.infer<typeof sellerProductRowSchema>;

const row = `json_build_object(
    'id', p.id, 'slug', p.slug, 'title', p.title, 'status', p.status,
    'image', (select json_build_object('url', m.url, 'alt', m.alt, 'width', m.width, 'height', m.height)
              from catalog.product_media m where m.product_id = p.id and m.position = 0),
    'price', json_build_object(
      'current', json_build_object('amount', coalesce(v.price, 0), 'currency', $1::text),
      'compareAt', case when v.compare_at is not null then json_build_object('amount', v.compare_at, 'currency', $1::text) end),
    'availableQuantity', coalesce(v.available_quantity, 0), 'variantCount', coalesce(v.variants, 0),
    'version', p.version, 'updatedAt', catalog.iso(p.updated_at)) as row`;

const variants = `lateral (
    select min(x.price) as price, (array_agg(x.compare_at order by x.price))[1] as compare_at,
      sum(x.available_quantity)::int as available_quantity, count(*)::int as variants
    from (select v.available_quantity,
        catalog.current_price(r.amount, r.sale_amount, r.sale_starts_at, r.sale_ends_at, $2) as price,
        catalog.compare_price(r.amount, r.compare_at, r.sale_amount, r.sale_starts_at, r.sale_ends_at, $2) as compare_at
      from catalog.variants v left join catalog.prices r on r.variant_id = v.id and r.currency = $1
      where v.product_id = p.id and v.active) x) v`;

const matching = `p.seller_id = $3
    and ($4 = '' or lower(p.title) like '%' || $4 || '%'
      or p.id in (select product_id from catalog.variants where sku ilike $4 || '%'))`;

const page = statement(
  'catalog.seller-products',
  `select ${row}, p.created_at, p.id
   from (
     select * from catalog.products p
     where ${matching} and ($5 = 'all' or p.status = $5) and ($6::timestamptz is null or (p.created_at, p.id) < ($6, $7::uuid))
     order by p.created_at desc, p.id desc limit $8) p, ${variants}
   order by p.created_at desc, p.id desc`,
);

const count = statement(
  'catalog.seller-product-counts',
  `select count(*)::int as all, count(*) filter (where status = 'draft')::int as draft,
     count(*) filter (where status = 'published')::int as published, count(*) filter (where status = 'archived')::int as archived
   from catalog.products p
   where p.seller_id = $1
     and ($2 = '' or lower(p.title) like '%' || $2 || '%' or p.id in (select product_id from catalog.variants where sku ilike $2 || '%'))`,
);

const one = statement(
  'catalog.seller-product',
  `select ${row} from (select * from catalog.products where id = $3) p, ${variants}`,
);

/** Prices as the seller has set them: a scheduled sale is another thing than the price that is edited. */
const own = statement(
  'catalog.own-product',
  `select ${row}, p.description, (
     select coalesce(json_agg(json_build_object('id', x.id, 'sku', x.sku, 'title', x.title, 'price', json_build_object(
       'current', json_build_object('amount', coalesce(r.amount, 0), 'currency', $1::text),
       'compareAt', case when r.compare_at is not null then json_build_object('amount', r.compare_at, 'currency', $1::text) end
     )) order by x.position, x.id), '[]')
     from catalog.variants x left join catalog.prices r on r.variant_id = x.id and r.currency = $1
     where x.product_id = p.id and x.active) as own_variants
   from (select * from catalog.products where id = $3 and seller_id = $4) p, ${variants}`,
);

export interface SellerProductsFilter {
  currency: string;
  at: Date;
  sellerId: string;
  query: string;
  status: string;
  after: (string | number)[] | null;
  limit: number;
}

/** `%` and `_` are ordinary characters in what a person types. */
const literal = (text: string) => text.toLowerCase().replace(/[\\%_]/g, '\\$&');

export function listSellerProducts(db: Database, filter: SellerProductsFilter) {
  const [createdAt = null, id = null] = filter.after ?? [];
  return db.sql.many<{ row: SellerProductRow; created_at: Date; id: string }>(page, [
    filter.currency,
    filter.at,
    filter.sellerId,
    literal(filter.query),
    filter.status,
    createdAt,
    id,
    filter.limit,
  ]);
}

export function countSellerProducts(db: Database, sellerId: string, query: string) {
  return db.sql.one<{ all: number; draft: number; published: number; archived: number }>(count, [
    sellerId,
    literal(query),
  ]);
}

export type OwnProduct = z.infer<typeof sellerProductOutput>['product'];

/** Null when the seller has no such product. */
export async function readOwnProduct(
  db: Database,
  { currency, at, productId, sellerId }: { currency: string; at: Date; productId: string; sellerId: string },
): Promise<OwnProduct | null> {
  const found = await db.sql.maybe<{
    row: SellerProductRow;
    description: string;
    own_variants: OwnProduct['variants'];
  }>(own, [currency, at, productId, sellerId]);
  return found && { ...found.row, description: found.description, variants: found.own_variants };
}

export async function readSellerProduct(tx: SqlTransaction, currency: string, at: Date, productId: string) {
  return (await tx.sql.one<{ row: SellerProductRow }>(one, [currency, at, productId])).row;
}
