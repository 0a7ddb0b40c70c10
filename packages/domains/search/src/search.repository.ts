import { type Database, type Statement, statement } from '@mallhive/db';
import type { z } from 'zod';
import type { Hit, sortSchema } from './contract.ts';

export type Sort = z.infer<typeof sortSchema>;

export interface SearchRequest {
  /** Empty: everything. */
  words: readonly string[];
  /** One of the words is enough. */
  anyWord: boolean;
  categories: readonly string[] | null;
  sellers: readonly string[] | null;
  /** Attribute facets with their chosen values. */
  attributes: readonly { name: string; values: readonly string[] }[];
  priceMin: number | null;
  priceMax: number | null;
  minimumRating: number;
  inStock: boolean;
  onSale: boolean;
  sort: Sort;
  offset: number;
  limit: number;
}

export interface SearchReply {
  /** Matches of the words before any facet narrowed them. */
  matched: number;
  total: number;
  items: { card: Hit; bestseller: boolean }[] | null;
  priceRange: { min: number | null; max: number | null };
  facets: { name: string; value: string; label: string; count: number }[] | null;
}

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
const attributeBit = (index: number) => 8 << index;

const statements = new Map<string, Statement>();

/** One text for each order, with or without words, and each number of chosen attribute facets. */
function searchStatement({ words, sort, attributes }: SearchRequest): Statement {
  const order = sort === 'relevance' && words.length === 0 ? 'popular' : sort;
  const name = `search.products.${order}.${words.length > 0 ? 'words' : 'all'}.${attributes.length}`;
  const known = statements.get(name);
  if (known) return known;

  const attributeTests = attributes.map((_, index) => {
    const values = `array(select id from search.facet_values where name = $${13 + index * 2} and value = any ($${14 + index * 2}::text[]))`;
    return ` + case when d.facet_ids && ${values} then 0 else ${attributeBit(index)} end`;
  });
  const attributeBits = attributes.map((_, index) => attributeBit(index));
  const attributeNames = attributes.map((_, index) => `$${13 + index * 2}`);
  const ownBit = attributes.length
    ? ` or missed = case f.name ${attributeNames.map((parameter, index) => `when ${parameter} then ${attributeBits[index]}`).join(' ')} end`
    : '';
  const from =
    words.length > 0
      ? `(select search.to_query($1, $2) as query) q join search.entries e on e.tsv @@ q.query join search.documents d on d.product_id = e.product_id`
      : `search.documents d`;
  // A title that is just what was typed comes first; then closeness, lifted a little by how well the product sells.
  const rank =
    words.length > 0
      ? `(ts_rank('{0.1, 0.2, 0.4, 1.0}', e.tsv, q.query, 1) * (1 + 0.15 * d.popularity)
          + case when e.plain = array_to_string($1::text[], ' ') then 1 else 0 end)::real`
      : '0::real';
  const made = statement(
    name,
    `with m as materialized (
       select d.product_id, d.category_ids, d.seller_facet, d.facet_ids, d.price, d.popularity, d.rating, d.rating_count, d.created_at,
         d.bestseller, ${rank} as rank,
         case when ($5::int is null or d.price >= $5) and ($6::int is null or d.price <= $6) then 0 else ${bits.price} end
         + case when $3::text[] is null or d.category_ids && array(select id from search.facet_values where name = 'category' and value = any ($3)) then 0 else ${bits.category} end
         + case when $4::text[] is null or d.seller_facet = any (array(select id from search.facet_values where name = 'seller' and value = any ($4))) then 0 else ${bits.seller} end
         ${attributeTests.join('')} as missed
       from ${from}
       where ($1::text[] is not null and $2::boolean is not null) and (not $7 or d.available) and (not $8 or d.on_sale) and d.rating >= $9::real
     ), page as (
       select * from m where missed = 0 order by ${orders[order]} limit $10 offset $11
     )
     select
       (select count(*)::int from m) as matched,
       (select count(*)::int from m where missed = 0) as total,
       (select json_agg(json_build_object('card', e.card, 'bestseller', p.bestseller) order by ${orders[order]
         .split(', ')
         .map((column) => `p.${column}`)
         .join(', ')})
        from page p join search.entries e on e.product_id = p.product_id) as items,
       (select json_build_object('min', min(price), 'max', max(price)) from m where missed in (0, ${bits.price})) as "priceRange",
       case when $12 then (select json_agg(json_build_object('name', f.name, 'value', f.value, 'label', f.label, 'count', c.count)) from (
         select id, sum(count)::int as count from (
           select id, count(*) as count from m, unnest(category_ids) as id where missed in (0, ${bits.category}) group by id
           union all
           select seller_facet, count(*) from m where missed in (0, ${bits.seller}) group by seller_facet
           union all
           select f.id, sum(a.count) from (
             select id, missed, count(*) as count from m, unnest(facet_ids) as id
             where missed in (${[0, ...attributeBits].join(', ')}) group by id, missed
           ) a join search.facet_values f on f.id = a.id where missed = 0${ownBit} group by f.id
         ) all_counts group by id
       ) c join search.facet_values f on f.id = c.id) end as facets`,
  );
  statements.set(name, made);
  return made;
}

export function runSearch(db: Database, request: SearchRequest, withFacets: boolean): Promise<SearchReply> {
  return db.sql.one<SearchReply>(searchStatement(request), [
    request.words,
    request.anyWord,
    request.categories,
    request.sellers,
    request.priceMin,
    request.priceMax,
    request.inStock,
    request.onSale,
    request.minimumRating,
    request.limit,
    request.offset,
    withFacets,
    ...request.attributes.flatMap(({ name, values }) => [name, values]),
  ]);
}

/** For each word that no product has: the closest that one has. Two letters swapped count as two steps, so short words need the same start. */
const correct = statement(
  'search.correct-words',
  `select typed.word, coalesce(best.word, typed.word) as corrected
   from unnest($1::text[]) with ordinality as typed (word, place)
   left join lateral (
     select t.word from search.terms t
     where length(typed.word) >= 3
       and not exists (select 1 from search.terms k where k.word = typed.word)
       and length(t.word) between length(typed.word) - 2 and length(typed.word) + 2
       and levenshtein_less_equal(t.word, typed.word, 3) <= case when length(typed.word) <= 3 then 1 when length(typed.word) <= 8 then 2 else 3 end
       and (left(t.word, 1) = left(typed.word, 1) or levenshtein_less_equal(t.word, typed.word, 2) <= 1 or length(typed.word) >= 6)
     order by levenshtein(t.word, typed.word), left(t.word, 1) <> left(typed.word, 1), public.similarity(t.word, typed.word) desc, t.documents desc, t.word
     limit 1
   ) best on true
   order by typed.place`,
);

export async function correctWords(db: Database, words: readonly string[]): Promise<string[]> {
  const rows = await db.sql.many<{ corrected: string }>(correct, [words]);
  return rows.map(({ corrected }) => corrected);
}
