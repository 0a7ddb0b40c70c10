import { type Database, statement } from '@mallhive/db';
import type { z } from 'zod';
import type { suggestOutput } from './contract.ts';

export type Suggestions = z.infer<typeof suggestOutput>;

const suggest = statement(
  'search.suggest',
  `with q as materialized (select search.to_query($1, false) as query)
   select
     (select coalesce(json_agg(json_build_object('slug', slug, 'title', title, 'image', card->'image', 'price', card->'price'->'current')), '[]') from (
       select e.slug, e.title, e.card from (
         select d.product_id, row_number() over () as place from (
           select d.product_id from q join search.documents d on d.lexemes @@ q.query
           order by d.available desc, starts_with(d.plain, $2) desc,
             ts_rank('{0.05, 0.1, 0.3, 1.0}', d.head, q.query, 1) * (1 + 0.3 * d.popularity) desc, d.product_id
           limit 5) d) best
       join search.entries e on e.product_id = best.product_id order by best.place) p) as products,
     (select coalesce(json_agg(json_build_object('path', value, 'name', label)), '[]') from (
       select value, label from search.facet_values f
       where name = 'category' and (' ' || lower(label)) like '% ' || $2 || '%'
         and exists (select 1 from search.documents d where d.category_ids @> array[f.id])
       order by starts_with(lower(label), $2) desc, length(value), value limit 4) c) as categories,
     (select coalesce(json_agg(query), '[]') from (
       select query from search.queries
       where query like $2 || '%' and query <> $2 and last_total > 0 and corrected = 0 and day > $3::date - 90
       group by query order by sum(searches) desc, query limit 5) s) as queries`,
);

/** For a misspelt beginning: titles that hold something like it. */
const similar = statement(
  'search.suggest-similar',
  `select coalesce(json_agg(json_build_object('slug', e.slug, 'title', e.title, 'image', e.card->'image', 'price', e.card->'price'->'current') order by s.place), '[]') as products
   from search.similar_titles($1, 5) with ordinality as s (id, place) join search.entries e on e.product_id = s.id`,
);

export function findSuggestions(db: Database, words: readonly string[], today: string): Promise<Suggestions> {
  const text = words.join(' ');
  return db.sql.one<Suggestions>(suggest, [words, text, today]);
}

export async function findSimilarTitles(db: Database, text: string): Promise<Suggestions['products']> {
  return (await db.sql.one<{ products: Suggestions['products'] }>(similar, [text])).products;
}
