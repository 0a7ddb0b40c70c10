import { type Database, type Statement, statement } from '@mallhive/db';
import type { Suggestions } from './contract.ts';
import type { SuggestRequest } from './engine.ts';
import { placeOf, textConfigs } from './languages.ts';
import type { Slots } from './ports.ts';

/** A suggested product, from the documents `d`, entries `e` and texts `t`; $2 is the currency's place, $3 its code, $4 the language. */
const suggested = `json_build_object('slug', e.slug, 'title', coalesce(t.title, e.title), 'image', e.card->'image',
  'price', json_build_object('amount', d.prices[$2::int], 'currency', $3::text))`;
const completed = `join search.documents d on d.product_id = best.product_id join search.entries e on e.product_id = d.product_id
  left join search.texts t on t.product_id = d.product_id and t.locale = $4`;

/** No text goes on after this: what begins with `$1` is between it and it followed by this, in the order of an index. */
const last = 'chr(1114111)';

/** $1 the text so far, $5 the day: categories and earlier searches that begin with it. */
const besideProducts = `
  (select coalesce(json_agg(json_build_object('path', value, 'name', label)), '[]') from (
     select f.value, coalesce(f.labels -> $4 ->> 1, f.label) as label from search.facet_values f
     where f.name = 'category' and (' ' || lower(coalesce(f.labels -> $4 ->> 1, f.label))) like '% ' || $1 || '%'
       and exists (select 1 from search.documents d where d.category_ids @> array[f.id])
     order by starts_with(lower(coalesce(f.labels -> $4 ->> 1, f.label)), $1) desc, length(f.value), f.value limit 4) c) as categories,
  (select coalesce(json_agg(query), '[]') from (
     select query from search.queries
     where query ~>=~ $1 and query ~<~ ($1 || ${last}) and query <> $1 and last_total > 0 and corrected = 0 and day > $5::date - 90
     group by query order by sum(searches) desc, query limit 5) s) as queries`;

const statements = new Map<string, Statement>();

/** So many matches are all put in order by their words; of more, the most popular and those whose title begins so. */
const ordered = 400;
const popular = 60;
const beginning = 40;

/** Documents with what the language is matched by: its own texts, and the English ones where there are none. */
const inLanguage = (locale: string) =>
  locale === 'en'
    ? {
        matching:
          'select d.product_id, d.head, d.plain, d.available, d.popularity from search.documents d where d.lexemes @@ q.query',
        from: 'search.documents d',
        head: 'd.head',
        lexemes: 'd.lexemes',
        plain: 'd.plain',
      }
    : {
        matching: `select d.product_id, t.head, t.plain, d.available, d.popularity
           from search.texts t join search.documents d on d.product_id = t.product_id where t.lexemes @@ q.query and t.locale = '${locale}'
         union all
         select d.product_id, d.head, d.plain, d.available, d.popularity from search.documents d where d.lexemes @@ q.query
           and not exists (select 1 from search.texts t where t.product_id = d.product_id and t.locale = '${locale}')`,
        from: `search.documents d left join search.texts t on t.product_id = d.product_id and t.locale = '${locale}'`,
        head: 'coalesce(t.head, d.head)',
        lexemes: 'coalesce(t.lexemes, d.lexemes)',
        plain: 'coalesce(t.plain, d.plain)',
      };

function suggestStatement(locale: string): Statement {
  const known = statements.get(locale);
  if (known) return known;
  const { matching, from, head, lexemes, plain } = inLanguage(locale);
  const columns = `d.product_id, ${head} as head, ${plain} as plain, d.available, d.popularity`;
  const begins = (column: string) => `${column} ~>=~ $1 and ${column} ~<~ ($1 || ${last})`;
  const beginningIds =
    locale === 'en'
      ? `select product_id from search.documents where ${begins('plain')} order by plain using ~<~ limit ${beginning}`
      : `(select product_id from search.texts where locale = '${locale}' and ${begins('plain')} order by plain using ~<~ limit ${beginning})
         union (select product_id from search.documents where ${begins('plain')} order by plain using ~<~ limit ${beginning})`;
  const made = statement(
    `search.suggest.${locale}`,
    `with q as materialized (select search.to_query($6::jsonb, $7::boolean, '${textConfigs[locale as 'en']}') as query),
     size as materialized (select count(*) > ${ordered} as large from (select 1 from q cross join lateral (${matching}) x limit ${ordered} + 1) counted),
     popular as materialized (
       select ${columns} from q cross join ${from}
       where (select large from size) and coalesce(${lexemes} @@ q.query, false) order by d.popularity desc, d.product_id limit ${popular}),
     candidates as (
       select x.* from q cross join lateral (${matching}) x where not (select large from size)
       union all select * from popular
       union all
       select ${columns} from q cross join ${from}
       where (select large from size) and d.product_id in (${beginningIds}) and ${lexemes} @@ q.query
         and d.product_id not in (select product_id from popular))
     select
       (select coalesce(json_agg(${suggested} order by best.place), '[]') from (
         select ranked.product_id, row_number() over () as place from (
           select x.product_id from q, candidates x
           order by x.available desc, starts_with(x.plain, $1) desc,
             ts_rank('{0.05, 0.1, 0.3, 1.0}', x.head, q.query, 1) * (1 + 0.3 * x.popularity) desc, x.product_id
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

/** `slots` as in a search: every one of them, or with `anySlot` at least one, must be met. */
export function findSuggestions(
  db: Database,
  request: SuggestRequest,
  slots: Slots,
  anySlot: boolean,
): Promise<Suggestions> {
  return db.sql.one<Suggestions>(suggestStatement(request.locale), [
    ...values(request),
    JSON.stringify(slots),
    anySlot,
  ]);
}

const close = statement(
  'search.close-terms',
  `select array(select search.close_terms(typed.word, 4, $2)) as words from unnest($1::text[]) with ordinality as typed (word, place) order by place`,
);

/** For each word those that products have and that are spelt like it, closest first. */
export async function closeTerms(
  db: Database,
  { words, locale }: Pick<SuggestRequest, 'words' | 'locale'>,
): Promise<string[][]> {
  return (await db.sql.many<{ words: string[] }>(close, [words, locale])).map((row) => row.words);
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
