import { type Database, statement } from '@mallhive/db';
import type { AttributeText } from './attribute-text.ts';
import type { Audience } from './card.ts';

/** The whole product page in one statement. An old slug finds its product too. $1 slug, $2 currency, $3 now, $4 language. */
const bySlug = statement(
  'catalog.product-by-slug',
  `select json_build_object(
     'id', p.id, 'slug', p.slug, 'title', coalesce(nullif(t.title, ''), p.title), 'subtitle', coalesce(nullif(t.subtitle, ''), p.subtitle),
     'description', coalesce(nullif(t.description, ''), p.description),
     'descriptionHtml', coalesce(nullif(t.description_html, ''), p.description_html),
     'availableFrom', catalog.iso(p.available_from), 'availableUntil', catalog.iso(p.available_until),
     'highlights', to_json(case when cardinality(t.highlights) > 0 then t.highlights else p.highlights end),
     'attributes', p.attributes, 'brand', p.brand,
     'seller', json_build_object('id', s.seller_id, 'slug', s.slug, 'name', s.name, 'tagline', s.tagline,
       'rating', json_build_object('average', coalesce(round(s.rating_sum::numeric / nullif(s.rating_count, 0), 2), 0), 'count', s.rating_count)),
     'breadcrumbs', (
       select json_agg(json_build_object('id', g.id, 'slug', g.slug, 'name', coalesce(nullif(g.translations -> $4 ->> 'name', ''), g.name),
         'path', g.path) order by length(g.path))
       from catalog.categories g where g.path = any (c.category_paths)),
     'images', (
       select coalesce(json_agg(json_build_object('url', m.url, 'alt', m.alt, 'width', m.width, 'height', m.height) order by m.position), '[]')
       from catalog.product_media m where m.product_id = p.id),
     'variants', (
       select json_agg(json_build_object('id', v.id, 'sku', v.sku, 'title', v.title, 'optionValues', v.option_values,
         'price', json_build_object(
           'current', json_build_object('amount', v.price, 'currency', $2::text),
           'compareAt', case when v.compare_at is not null then json_build_object('amount', v.compare_at, 'currency', $2::text) end),
         'availableQuantity', case when (p.available_from is null or p.available_from <= $3)
           and (p.available_until is null or p.available_until > $3) then v.available_quantity else 0 end,
         'backorderQuantity', v.backorder_quantity, 'expectedOn', v.expected_on,
         'parts', case when v.parts = '[]' then '[]'::json else (
           select coalesce(json_agg(json_build_object('variantId', x.id, 'slug', q.slug, 'title', coalesce(nullif(qt.title, ''), q.title),
             'variantTitle', x.title, 'quantity', w.quantity, 'available', q.status = 'published' and x.active) order by n), '[]')
           from rows from (jsonb_to_recordset(v.parts) as ("variantId" uuid, quantity int)) with ordinality as w("variantId", quantity, n)
           join catalog.variants x on x.id = w."variantId" join catalog.products q on q.id = x.product_id
           left join catalog.product_translations qt on qt.product_id = q.id and qt.locale = $4) end,
         'imageIndex', v.image_index, 'imageIndexes', v.image_indexes) order by v.position)
       from (
         select v.*, catalog.current_price(r.amount, r.sale_amount, r.sale_starts_at, r.sale_ends_at, $3) as price,
           catalog.compare_price(r.amount, r.compare_at, r.sale_amount, r.sale_starts_at, r.sale_ends_at, $3) as compare_at
         from catalog.variants v join catalog.prices r on r.variant_id = v.id and r.currency = $2
         where v.product_id = p.id and v.active) v),
     'rating', json_build_object('average', c.rating_average, 'count', p.rating_count, 'distribution', to_json(p.rating_distribution)),
     'reviews', (
       select coalesce(json_agg(json_build_object('id', w.id, 'rating', w.rating, 'title', w.title, 'body', w.body,
         'authorName', w.author_name, 'verified', w.verified, 'createdAt', catalog.iso(w.created_at)) order by w.created_at desc), '[]')
       from (select * from catalog.reviews where product_id = p.id and status = 'published' order by created_at desc limit 5) w),
     'updatedAt', catalog.iso(p.updated_at))::text as product,
     p.slug, coalesce(nullif(t.title, ''), p.title) as title,
     coalesce(nullif(t.subtitle, ''), nullif(p.subtitle, ''), nullif(t.description, ''), p.description) as summary,
     coalesce(nullif(t.seo_title, ''), p.seo_title) as "seoTitle",
     coalesce(nullif(t.seo_description, ''), p.seo_description) as "seoDescription",
     p.options, t.options as "optionTexts",
     case when p.attribute_values <> '{}' then (
       select json_agg(json_build_object('name', coalesce(nullif(a.translations -> $4 ->> 'name', ''), a.name), 'type', a.type, 'unit', a.unit,
         'choices', a.choices, 'labels', a.translations -> $4 -> 'choices', 'value', p.attribute_values -> a.id::text)
         order by length(g.path), a.position)
       from catalog.category_attributes a join catalog.categories g on g.id = a.category_id
       where g.path = any (c.category_paths) and p.attribute_values ? a.id::text) end as "attributeTexts"
   from catalog.products p
   join catalog.product_cards c on c.product_id = p.id
   join catalog.seller_profiles s on s.seller_id = p.seller_id
   left join catalog.product_translations t on t.product_id = p.id and t.locale = $4
   where p.id = coalesce((select id from catalog.products where slug = $1), (select product_id from catalog.slug_redirects where slug = $1))`,
);

/** Names of options and values in another language; an empty text or a missing one is English. */
export type OptionTexts = Record<string, { name: string; values: Record<string, string> }>;

export interface StoredOption {
  id?: string;
  name: string;
  values: { id?: string; value: string; swatch: string | null }[];
}

export interface ProductRow {
  /** JSON of the product without `seo` and `options`. */
  product: string;
  slug: string;
  title: string;
  /** What stands for the description where the seller wrote none for search engines. */
  summary: string;
  seoTitle: string;
  seoDescription: string;
  options: StoredOption[];
  optionTexts: OptionTexts | null;
  attributeTexts: AttributeText[] | null;
}

export function findProduct(
  db: Database,
  slug: string,
  { locale, currency }: Audience,
  at: Date,
): Promise<ProductRow | null> {
  return db.sql.maybe<ProductRow>(bySlug, [slug, currency, at, locale]);
}
