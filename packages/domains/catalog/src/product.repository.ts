import { type Database, statement } from '@mallhive/db';
import type { Product } from './contract.ts';

/** The whole product page in one statement. An old slug finds its product too. */
const bySlug = statement(
  'catalog.product-by-slug',
  `select json_build_object(
     'id', p.id, 'slug', p.slug, 'title', p.title, 'subtitle', p.subtitle, 'description', p.description,
     'highlights', to_json(p.highlights), 'attributes', p.attributes, 'brand', p.brand,
     'seller', json_build_object('id', s.seller_id, 'slug', s.slug, 'name', s.name, 'tagline', s.tagline,
       'rating', json_build_object('average', coalesce(round(s.rating_sum::numeric / nullif(s.rating_count, 0), 2), 0), 'count', s.rating_count)),
     'breadcrumbs', (
       select json_agg(json_build_object('id', g.id, 'slug', g.slug, 'name', g.name, 'path', g.path) order by length(g.path))
       from catalog.categories g where g.path = any (c.category_paths)),
     'images', (
       select coalesce(json_agg(json_build_object('url', m.url, 'alt', m.alt, 'width', m.width, 'height', m.height) order by m.position), '[]')
       from catalog.product_media m where m.product_id = p.id),
     'options', p.options,
     'variants', (
       select json_agg(json_build_object('id', v.id, 'sku', v.sku, 'title', v.title, 'optionValues', v.option_values,
         'price', json_build_object(
           'current', json_build_object('amount', v.price, 'currency', $2::text),
           'compareAt', case when v.compare_at is not null then json_build_object('amount', v.compare_at, 'currency', $2::text) end),
         'availableQuantity', v.available_quantity, 'imageIndex', v.image_index) order by v.position)
       from (
         select v.*, catalog.current_price(r.amount, r.sale_amount, r.sale_starts_at, r.sale_ends_at, $3) as price,
           catalog.compare_price(r.amount, r.compare_at, r.sale_amount, r.sale_starts_at, r.sale_ends_at, $3) as compare_at
         from catalog.variants v join catalog.prices r on r.variant_id = v.id and r.currency = $2
         where v.product_id = p.id and v.active) v),
     'rating', json_build_object('average', c.rating_average, 'count', p.rating_count, 'distribution', to_json(p.rating_distribution)),
     'reviews', (
       select coalesce(json_agg(json_build_object('id', w.id, 'rating', w.rating, 'title', w.title, 'body', w.body,
         'authorName', w.author_name, 'verified', w.verified, 'createdAt', catalog.iso(w.created_at)) order by w.created_at desc), '[]')
       from (select * from catalog.reviews where product_id = p.id and status = 'published' order by created_at desc, id desc limit 5) w),
     'updatedAt', catalog.iso(p.updated_at)) as product
   from catalog.products p
   join catalog.product_cards c on c.product_id = p.id and c.currency = $2
   join catalog.seller_profiles s on s.seller_id = p.seller_id
   where p.id = coalesce((select id from catalog.products where slug = $1), (select product_id from catalog.slug_redirects where slug = $1))`,
);

export async function findProduct(db: Database, slug: string, currency: string, at: Date): Promise<Product | null> {
  const row = await db.sql.maybe<{ product: Product }>(bySlug, [slug, currency, at]);
  return row?.product ?? null;
}
