import { type Database, type Statement, statement } from '@mallhive/db';
import type { Sort } from './contract.ts';
import type { SearchReply, SearchRequest } from './engine.ts';
import { placeOf, textConfigs } from './languages.ts';

const orders: Record<Sort, string> = {
  relevance: 'rank desc, popularity desc, product_id',
  popular: 'popularity desc, rating_count desc, product_id',
  newest: 'created_at desc, product_id',
  'price-asc': 'price, popularity desc, product_id',
  'price-desc': 'price desc, popularity desc, product_id',
  rating: 'rating desc, rating_count desc, product_id',
};

/** Which dimension a product misses, as bits: each facet's counts leave out the facet's own choice, so one missed bit still counts there. */
const bits = { price: 1, category: 2, seller: 4 };
/** Number of the first parameter that belongs to an attribute facet. */
const firstAttribute = 14;
const attributeBit = (index: number) => 8 << index;

const statements = new Map<string, Statement>();

/** Where words are looked for: in another language than English in its own texts, and in English where there are none. */
function sourceOf(locale: string): { from: string; head: string; plain: string } {
  if (locale === 'en') {
    return { from: 'q join search.documents d on d.lexemes @@ q.query', head: 'd.head', plain: 'd.plain' };
  }
  return {
    from: `q cross join lateral (
         select t.product_id, t.plain, t.head from search.texts t where t.lexemes @@ q.query and t.locale = '${locale}'
         union all
         select e.product_id, e.plain, e.head from search.documents e where e.lexemes @@ q.query
           and not exists (select 1 from search.texts t where t.product_id = e.product_id and t.locale = '${locale}')
       ) x join search.documents d on d.product_id = x.product_id`,
    head: 'x.head',
    plain: 'x.plain',
  };
}

/** One text for each order, language, with or without words, and each number of chosen attribute facets. */
function searchStatement({ slots, sort, attributes, locale }: SearchRequest): Statement {
  const withWords = slots.length > 0;
  const order = sort === 'relevance' && !withWords ? 'popular' : sort;
  const name = `search.products.${locale}.${order}.${withWords ? 'words' : 'all'}.${attributes.length}`;
  const known = statements.get(name);
  if (known) return known;

  const attributeTests = attributes.map((_, index) => {
    const values = `array(select id from search.facet_values where name = $${firstAttribute + index * 2} and value = any ($${firstAttribute + 1 + index * 2}::text[]))`;
    return ` + case when d.facet_ids && ${values} then 0 else ${attributeBit(index)} end`;
  });
  // Of the products that miss one attribute facet only that facet is counted.
  const attributeCounts = attributes
    .map(
      (_, index) => `union all
           select a.id, count(*) from (select unnest(facet_ids) as id from m where missed = ${attributeBit(index)}) a
           join search.facet_values f on f.id = a.id and f.name = $${firstAttribute + index * 2} group by a.id`,
    )
    .join('\n');
  const source = withWords ? sourceOf(locale) : { from: 'search.documents d', head: '', plain: '' };
  // A title or a code that is just what was typed comes first; then closeness, lifted a little by how well the product sells.
  const rank = withWords
    ? `((0.001 + ts_rank('{0.1, 0.2, 0.4, 1.0}', ${source.head}, q.query, 1)) * (1 + 0.15 * d.popularity)
          + case when ${source.plain} = $12::text then 1 when d.skus @> array[replace($12::text, ' ', '')] then 2 else 0 end)::real`
    : '0::real';
  const label = locale === 'en' ? 'f.label' : `coalesce(f.labels -> '${locale}' ->> 1, f.label)`;
  const nameLabel = locale === 'en' ? 'null' : `nullif(f.labels -> '${locale}' ->> 0, '')`;
  const title = locale === 'en' ? 'null' : 't.title';
  const titles =
    locale === 'en' ? '' : `left join search.texts t on t.product_id = p.product_id and t.locale = '${locale}'`;
  const made = statement(
    name,
    `with ${withWords ? `q as materialized (select search.to_query($1::jsonb, $2, '${textConfigs[locale]}') as query), ` : ''}m as materialized (
       select d.product_id, d.category_ids, d.seller_facet, d.facet_ids, d.counted_ids, d.prices[$13::int] as price, d.popularity, d.rating,
         d.rating_count, d.created_at, d.bestseller, ${rank} as rank,
         case when ($5::int is null or d.prices[$13] >= $5) and ($6::int is null or d.prices[$13] <= $6) then 0 else ${bits.price} end
         + case when $3::text[] is null or d.category_ids && array(select id from search.facet_values where name = 'category' and value = any ($3)) then 0 else ${bits.category} end
         + case when $4::text[] is null or d.seller_facet = any (array(select id from search.facet_values where name = 'seller' and value = any ($4))) then 0 else ${bits.seller} end
         ${attributeTests.join('')} as missed
       from ${source.from}
       where ($1::jsonb is not null and $2::boolean is not null and $12::text is not null)
         and (not $7 or d.available) and (not $8 or d.compare_at[$13] is not null) and d.rating >= $9::real
     ), page as (
       select * from m where missed = 0 order by ${orders[order]} limit $10 offset $11
     )
     select
       (select count(*)::int from m) as matched,
       (select count(*)::int from m where missed = 0) as total,
       (select json_agg(json_build_object('card', e.card, 'bestseller', p.bestseller, 'price', p.price, 'title', ${title},
          'compareAt', (select d.compare_at[$13] from search.documents d where d.product_id = p.product_id)) order by ${orders[
            order
          ]
            .split(', ')
            .map((column) => `p.${column}`)
            .join(', ')})
        from page p join search.entries e on e.product_id = p.product_id ${titles}) as items,
       (select json_build_object('min', min(price), 'max', max(price)) from m where missed in (0, ${bits.price})) as "priceRange",
       (select json_agg(json_build_array(f.name, f.value, ${label}, c.count, ${nameLabel})) from (
         select id, sum(count)::int as count from (
           select id, count(*) as count from (select unnest(counted_ids) as id from m where missed = 0) a group by id
           union all
           select id, count(*) from (select unnest(category_ids) as id from m where missed = ${bits.category}) a group by id
           union all
           select seller_facet, count(*) from m where missed = ${bits.seller} group by seller_facet
           ${attributeCounts}
         ) parts group by id
       ) c join search.facet_values f on f.id = c.id) as facets`,
  );
  statements.set(name, made);
  return made;
}

export function runSearch(db: Database, request: SearchRequest): Promise<SearchReply> {
  return db.sql.one<SearchReply>(searchStatement(request), [
    JSON.stringify(request.slots),
    request.anySlot,
    request.categories,
    request.sellers,
    request.priceMin,
    request.priceMax,
    request.inStock,
    request.onSale,
    request.minimumRating,
    request.limit,
    request.offset,
    request.text,
    placeOf(request.currency),
    ...request.attributes.flatMap(({ name, values }) => [name, values]),
  ]);
}
