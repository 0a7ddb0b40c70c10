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
const alsoBought = statement(
  'search.also-bought',
  `select e.card, d.bestseller from (
     select other_id, sum(strength) as strength from search.co_purchases
     where product_id = any ($1::uuid[]) and other_id <> all ($1::uuid[]) group by other_id) c
   join search.documents d on d.product_id = c.other_id and d.available
   join search.entries e on e.product_id = d.product_id
   order by c.strength desc, d.popularity desc, d.product_id limit $2`,
);
/** Same category before the ones around it, then what has the same attributes and a similar title. */
const similar = statement(
  'search.similar',
  `select e.card, d.bestseller
   from search.documents me join search.entries mine on mine.product_id = me.product_id
   join search.documents d on d.category_ids && me.category_ids and d.product_id <> me.product_id and d.available
   join search.entries e on e.product_id = d.product_id
   where me.product_id = $1 and d.product_id <> all ($2::uuid[])
   order by (d.category_ids @> me.category_ids) desc,
     public.similarity(e.plain, mine.plain) * 3 + d.popularity * 0.1
       + 0.5 * cardinality(array(select unnest(d.facet_ids) intersect select unnest(me.facet_ids))) desc,
     d.product_id
   limit $3`,
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
