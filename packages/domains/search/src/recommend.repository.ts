import { type Database, statement } from '@mallhive/db';
import type { Hit } from './contract.ts';

export interface Recommended {
  card: Hit;
  bestseller: boolean;
}

const trending = statement(
  'search.trending',
  `select e.card, d.bestseller from (
     select product_id, bestseller, popularity, rating_count, rating from search.documents where available
     order by popularity desc, rating_count desc, rating desc, product_id limit $1) d
   join search.entries e on e.product_id = d.product_id
   order by d.popularity desc, d.rating_count desc, d.rating desc, d.product_id`,
);
/** In proportion to how often each of the two is bought at all, or everything would go with the best seller. */
const alsoBought = statement(
  'search.also-bought',
  `select e.card, d.bestseller from (
     select c.other_id, sum(c.orders / sqrt(greatest(mine.orders, 1)::float * greatest(o.orders, 1))) as strength
     from search.co_purchases c
     join search.documents mine on mine.product_id = c.product_id
     join search.documents o on o.product_id = c.other_id and o.available
     where c.product_id = any ($1::uuid[]) and c.other_id <> all ($1::uuid[]) group by c.other_id
     order by strength desc, c.other_id limit $2) best
   join search.documents d on d.product_id = best.other_id
   join search.entries e on e.product_id = d.product_id
   order by best.strength desc, best.other_id`,
);
/** From the same category, and when it holds too little from the one around it: similar titles and shared attributes first. */
const similar = statement(
  'search.similar',
  `with me as (
     select product_id, plain, facet_ids, category_ids[cardinality(category_ids)] as leaf, category_ids[cardinality(category_ids) - 1] as parent
     from search.documents where product_id = $1
   ), near as (
     select d.product_id, d.plain, d.facet_ids, d.popularity, d.bestseller, true as same from me, search.documents d
     where d.category_ids @> array[me.leaf] and d.available and d.product_id <> me.product_id and d.product_id <> all ($2::uuid[])
     order by d.popularity desc, d.product_id limit 120
   ), around as (
     select d.product_id, d.plain, d.facet_ids, d.popularity, d.bestseller, false as same from me, search.documents d
     where (select count(*) from near) < $3 and me.parent is not null and d.category_ids @> array[me.parent]
       and not d.category_ids @> array[me.leaf] and d.available and d.product_id <> all ($2::uuid[])
     order by d.popularity desc, d.product_id limit 120
   ), best as (
     select c.product_id, c.bestseller, c.same, public.similarity(c.plain, me.plain) * 3 + c.popularity * 0.1
       + 0.5 * (select count(*) from unnest(c.facet_ids) as id where id = any (me.facet_ids)) as closeness
     from me, (select * from near union all select * from around) c
     order by c.same desc, closeness desc, c.product_id limit $3
   )
   select e.card, b.bestseller from best b join search.entries e on e.product_id = b.product_id
   order by b.same desc, b.closeness desc, b.product_id`,
);
const byIds = statement(
  'search.cards-by-ids',
  `select e.card, d.bestseller from unnest($1::uuid[]) with ordinality as wanted (id, place)
   join search.documents d on d.product_id = wanted.id join search.entries e on e.product_id = d.product_id
   order by wanted.place limit $2`,
);

export const findTrending = (db: Database, limit: number) => db.sql.many<Recommended>(trending, [limit]);
export const findAlsoBought = (db: Database, productIds: readonly string[], limit: number) =>
  db.sql.many<Recommended>(alsoBought, [productIds, limit]);
export const findSimilar = (db: Database, productId: string, without: readonly string[], limit: number) =>
  db.sql.many<Recommended>(similar, [productId, without, limit]);
export const findByIds = (db: Database, productIds: readonly string[], limit: number) =>
  db.sql.many<Recommended>(byIds, [productIds, limit]);
