import { type Database, statement } from '@mallhive/db';
import type { z } from 'zod';
import { type Audience, composeCard, placeOf, type StoredCard } from './card.ts';
import type { Category, homeOutput, sellerOutput } from './contract.ts';

/** $1 is the language. */
const categoryJson = `json_build_object('id', g.id, 'slug', g.slug,
  'name', coalesce(nullif(g.translations -> $1 ->> 'name', ''), g.name), 'path', g.path, 'parentId', g.parent_id,
  'description', coalesce(nullif(g.translations -> $1 ->> 'description', ''), g.description), 'image', g.image,
  'productCount', coalesce(n.products, 0))`;
const counts = `(select path, count(*)::int as products from catalog.product_cards, unnest(category_paths) as path group by path)`;
const storedCard = `json_build_object('card', c.card, 'title', c.titles ->> $1, 'price', c.prices[$3::int],
  'compareAt', c.compare_at[$3::int], 'maxPrice', c.max_prices[$3::int])`;
const average = `coalesce(round(s.rating_sum::numeric / nullif(s.rating_count, 0), 2), 0)`;

/** Depth first by position: sorting by the path of positions would need recursion, so the use case arranges the tree. */
const allCategories = statement(
  'catalog.categories',
  `select ${categoryJson} as category from catalog.categories g left join ${counts} n on n.path = g.path where g.active
   order by array_length(string_to_array(g.path, '/'), 1), g.position, g.name`,
);

const home = statement(
  'catalog.home',
  `select
     (select coalesce(json_agg(${categoryJson} order by g.position, g.name), '[]')
      from catalog.categories g left join ${counts} n on n.path = g.path where g.parent_id is null and g.active) as "featuredCategories",
     (select coalesce(json_agg(${storedCard}), '[]') from (
       select * from catalog.product_cards where on_sale and compare_at[$3::int] is not null and available
       order by (compare_at[$3::int] - prices[$3::int])::float / compare_at[$3::int] desc, product_id limit $2) c) as deals,
     (select coalesce(json_agg(${storedCard}), '[]') from (
       select * from catalog.product_cards where available
       order by created_at desc, product_id desc limit $2) c) as "newArrivals",
     (select coalesce(json_agg(${storedCard}), '[]') from (
       select * from catalog.product_cards where available and rating_count >= 3
       order by rating_average desc, rating_count desc, product_id desc limit $2) c) as "topRated",
     (select coalesce(json_agg(seller), '[]') from (
       select json_build_object('id', s.seller_id, 'slug', s.slug, 'name', s.name, 'tagline', s.tagline, 'logoUrl', s.logo_url,
         'rating', json_build_object('average', ${average}, 'count', s.rating_count), 'productCount', s.product_count) as seller
       from catalog.seller_profiles s where s.product_count > 0 and s.status = 'approved'
       order by s.rating_sum::numeric / nullif(s.rating_count, 0) desc nulls last, s.product_count desc, s.slug limit $2) x) as sellers`,
);

const sellerBySlug = statement(
  'catalog.seller-by-slug',
  `select json_build_object('id', s.seller_id, 'slug', s.slug, 'name', s.name, 'tagline', s.tagline, 'description', s.description,
     'logoUrl', s.logo_url, 'bannerUrl', s.banner_url, 'country', s.country, 'since', catalog.iso(s.since), 'returnPolicy', s.return_policy,
     'rating', json_build_object('average', ${average}, 'count', s.rating_count), 'productCount', s.product_count) as seller
   from catalog.seller_profiles s where s.slug = $1 and s.status = 'approved'`,
);

export async function readCategories(db: Database, locale: string): Promise<Category[]> {
  const rows = await db.sql.many<{ category: Category }>(allCategories, [locale]);
  return rows.map((row) => row.category);
}

type Home = z.infer<typeof homeOutput>;
type Rail = 'deals' | 'newArrivals' | 'topRated';

export async function readHome(db: Database, { locale, currency }: Audience, limit: number): Promise<Home> {
  type Row = Omit<Home, Rail> & Record<Rail, StoredCard[]>;
  const row = await db.sql.one<Row>(home, [locale, limit, placeOf(currency)]);
  const compose = (cards: StoredCard[]) => cards.map((card) => composeCard(card, currency));
  return {
    featuredCategories: row.featuredCategories,
    deals: compose(row.deals),
    newArrivals: compose(row.newArrivals),
    topRated: compose(row.topRated),
    sellers: row.sellers,
  };
}

export async function findSeller(db: Database, slug: string): Promise<z.infer<typeof sellerOutput>['seller'] | null> {
  const row = await db.sql.maybe<{ seller: z.infer<typeof sellerOutput>['seller'] }>(sellerBySlug, [slug]);
  return row?.seller ?? null;
}
