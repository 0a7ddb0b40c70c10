import { type Database, type Statement, statement } from '@mallhive/db';
import type { Currency, Locale } from '@mallhive/kernel';
import type { FoundCard } from './engine.ts';
import { placeOf } from './languages.ts';

/** In which language and currency cards are shown. */
export interface Audience {
  locale: Locale;
  currency: Currency;
}

/** The columns of a FoundCard, of the document `d` and the entry `e`; $1 is the currency's place, $2 the language. */
export const found = `e.card, d.bestseller, d.prices[$1::int] as price, d.compare_at[$1] as "compareAt", t.title`;
export const translated = 'left join search.texts t on t.product_id = e.product_id and t.locale = $2';

const trending = statement(
  'search.trending',
  `select ${found} from (
     select product_id from search.documents where available
     order by popularity desc, rating_count desc, rating desc, product_id limit $3) best
   join search.documents d on d.product_id = best.product_id
   join search.entries e on e.product_id = d.product_id ${translated}
   order by d.popularity desc, d.rating_count desc, d.rating desc, d.product_id`,
);
/** In proportion to how often each of the two is bought at all, or everything would go with the best seller. */
const alsoBought = statement(
  'search.also-bought',
  `select ${found} from (
     select c.other_id, sum(c.orders / sqrt(greatest(mine.orders, 1)::float * greatest(o.orders, 1))) as strength
     from search.co_purchases c
     join search.documents mine on mine.product_id = c.product_id
     join search.documents o on o.product_id = c.other_id and o.available
     where c.product_id = any ($3::uuid[]) and c.other_id <> all ($3::uuid[]) group by c.other_id
     order by strength desc, c.other_id limit $4) best
   join search.documents d on d.product_id = best.other_id
   join search.entries e on e.product_id = d.product_id ${translated}
   order by best.strength desc, best.other_id`,
);
/** From the same category, and when it holds too little from the one around it: similar titles and shared attributes first. */
const similar = statement(
  'search.similar',
  `with me as (
     select product_id, plain, facet_ids, category_ids[cardinality(category_ids)] as leaf, category_ids[cardinality(category_ids) - 1] as parent
     from search.documents where product_id = $3
   ), near as (
     select d.product_id, d.plain, d.facet_ids, d.popularity, true as same from me, search.documents d
     where d.category_ids @> array[me.leaf] and d.available and d.product_id <> me.product_id and d.product_id <> all ($4::uuid[])
     order by d.popularity desc, d.product_id limit 120
   ), around as (
     select d.product_id, d.plain, d.facet_ids, d.popularity, false as same from me, search.documents d
     where (select count(*) from near) < $5 and me.parent is not null and d.category_ids @> array[me.parent]
       and not d.category_ids @> array[me.leaf] and d.available and d.product_id <> all ($4::uuid[])
     order by d.popularity desc, d.product_id limit 120
   ), best as (
     select c.product_id, c.same, public.similarity(c.plain, me.plain) * 3 + c.popularity * 0.1
       + 0.5 * (select count(*) from unnest(c.facet_ids) as id where id = any (me.facet_ids)) as closeness
     from me, (select * from near union all select * from around) c
     order by c.same desc, closeness desc, c.product_id limit $5
   )
   select ${found} from best b join search.documents d on d.product_id = b.product_id
   join search.entries e on e.product_id = b.product_id ${translated}
   order by b.same desc, b.closeness desc, b.product_id`,
);
const byIds = statement(
  'search.cards-by-ids',
  `select ${found} from unnest($3::uuid[]) with ordinality as wanted (id, place)
   join search.documents d on d.product_id = wanted.id and d.available join search.entries e on e.product_id = d.product_id ${translated}
   order by wanted.place limit $4`,
);

const rows = (db: Database, which: Statement, { locale, currency }: Audience, values: readonly unknown[]) =>
  db.sql.many<FoundCard>(which, [placeOf(currency), locale, ...values]);

export const findTrending = (db: Database, audience: Audience, limit: number) => rows(db, trending, audience, [limit]);
export const findAlsoBought = (db: Database, audience: Audience, productIds: readonly string[], limit: number) =>
  rows(db, alsoBought, audience, [productIds, limit]);
export const findSimilar = (
  db: Database,
  audience: Audience,
  productId: string,
  without: readonly string[],
  limit: number,
) => rows(db, similar, audience, [productId, without, limit]);
export const findByIds = (db: Database, audience: Audience, productIds: readonly string[], limit: number) =>
  rows(db, byIds, audience, [productIds, limit]);
