import { type Database, type Statement, statement } from '@mallhive/db';
import type { Suggestions } from './contract.ts';
import type { SuggestRequest } from './engine.ts';
import { placeOf, textConfigs } from './languages.ts';

/** A suggested product, from the documents `d`, entries `e` and texts `t`; $2 is the currency's place, $3 its code, $4 the language. */
const suggested = `json_build_object('slug', e.slug, 'title', coalesce(t.title, e.title), 'image', e.card->'image',
  'price', json_build_object('amount', d.prices[$2::int], 'currency', $3::text))`;
const completed = `join search.documents d on d.product_id = best.product_id join search.entries e on e.product_id = d.product_id
  left join search.texts t on t.product_id = d.product_id and t.locale = $4`;

/** $1 the text so far, $5 the day: categories and earlier searches that begin with it. */
const besideProducts = `
  (select coalesce(json_agg(json_build_object('path', value, 'name', label)), '[]') from (
     select f.value, coalesce(f.labels -> $4 ->> 1, f.label) as label from search.facet_values f
     where f.name = 'category' and (' ' || lower(coalesce(f.labels -> $4 ->> 1, f.label))) like '% ' || $1 || '%'
       and exists (select 1 from search.documents d where d.category_ids @> array[f.id])
     order by starts_with(lower(coalesce(f.labels -> $4 ->> 1, f.label)), $1) desc, length(f.value), f.value limit 4) c) as categories,
  (select coalesce(json_agg(query), '[]') from (
     select query from search.queries
     where query like $1 || '%' and query <> $1 and last_total > 0 and corrected = 0 and day > $5::date - 90
     group by query order by sum(searches) desc, query limit 5) s) as queries`;

const statements = new Map<string, Statement>();

function suggestStatement(locale: string): Statement {
  const known = statements.get(locale);
  if (known) return known;
  const found =
    locale === 'en'
      ? 'select d.product_id, d.head, d.plain from search.documents d where d.lexemes @@ q.query'
      : `select t.product_id, t.head, t.plain from search.texts t where t.lexemes @@ q.query and t.locale = '${locale}'
         union all
         select d.product_id, d.head, d.plain from search.documents d where d.lexemes @@ q.query
           and not exists (select 1 from search.texts t where t.product_id = d.product_id and t.locale = '${locale}')`;
  const made = statement(
    `search.suggest.${locale}`,
    `with q as materialized (select search.to_query($6::jsonb, false, '${textConfigs[locale as 'en']}') as query)
     select
       (select coalesce(json_agg(${suggested} order by best.place), '[]') from (
         select ranked.product_id, row_number() over () as place from (
           select x.product_id from q cross join lateral (${found}) x join search.documents d on d.product_id = x.product_id
           order by d.available desc, starts_with(x.plain, $1) desc,
             ts_rank('{0.05, 0.1, 0.3, 1.0}', x.head, q.query, 1) * (1 + 0.3 * d.popularity) desc, x.product_id
           limit 5) ranked) best ${completed}) as products,
       ${besideProducts}`,
  );
  statements.set(locale, made);
  return made;
}

const values = ({ words, currency, locale, today }: SuggestRequest) => [
  words.join(' '),
  placeOf(currency),
  currency,
  locale,
  today,
];

export function findSuggestions(db: Database, request: SuggestRequest): Promise<Suggestions> {
  const slots = JSON.stringify(request.words.map((word) => [[word]]));
  return db.sql.one<Suggestions>(suggestStatement(request.locale), [...values(request), slots]);
}

/** For a misspelt beginning: titles that hold something like it. */
const similar = statement(
  'search.suggest-similar',
  `select coalesce(json_agg(${suggested} order by best.place), '[]') as products
   from search.similar_titles($1, 5, $4) with ordinality as best (product_id, place) ${completed}`,
);

export async function findSimilarTitles(db: Database, request: SuggestRequest): Promise<Suggestions['products']> {
  return (await db.sql.one<{ products: Suggestions['products'] }>(similar, values(request).slice(0, 4))).products;
}

/** The same for products that another engine chose. */
const completeIds = statement(
  'search.complete-suggestions',
  `select (select coalesce(json_agg(${suggested} order by best.place), '[]')
     from unnest($6::uuid[]) with ordinality as best (product_id, place) ${completed}) as products, ${besideProducts}`,
);

export function completeSuggestions(
  db: Database,
  request: SuggestRequest,
  ids: readonly string[],
): Promise<Suggestions> {
  return db.sql.one<Suggestions>(completeIds, [...values(request), ids]);
}
