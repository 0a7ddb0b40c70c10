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

/** Name, value, label, count. */
export type FacetCount = [name: string, value: string, label: string, count: number];

export interface SearchReply {
  /** Matches of the words before any facet narrowed them. */
  matched: number;
  total: number;
  items: { card: Hit; bestseller: boolean }[] | null;
  priceRange: { min: number | null; max: number | null };
  facets: FacetCount[] | null;
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
/** Number of the first parameter that belongs to an attribute facet. */
const firstAttribute = 12;
const attributeBit = (index: number) => 8 << index;

const statements = new Map<string, Statement>();

/** One text for each order, with or without words, and each number of chosen attribute facets. */
function searchStatement({ words, sort, attributes }: SearchRequest): Statement {
  const order = sort === 'relevance' && words.length === 0 ? 'popular' : sort;
  const name = `search.products.${order}.${words.length > 0 ? 'words' : 'all'}.${attributes.length}`;
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
  const from = words.length > 0 ? `q join search.documents d on d.lexemes @@ q.query` : `search.documents d`;
  // A title that is just what was typed comes first; then closeness, lifted a little by how well the product sells.
  const rank =
    words.length > 0
      ? `((0.001 + ts_rank('{0.1, 0.2, 0.4, 1.0}', d.head, q.query, 1)) * (1 + 0.15 * d.popularity)
          + case when d.plain = array_to_string($1::text[], ' ') then 1 else 0 end)::real`
      : '0::real';
  const made = statement(
    name,
    `with ${words.length > 0 ? 'q as materialized (select search.to_query($1, $2) as query), ' : ''}m as materialized (
       select d.product_id, d.category_ids, d.seller_facet, d.facet_ids, d.counted_ids, d.price, d.popularity, d.rating, d.rating_count, d.created_at,
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
       (select json_agg(json_build_array(f.name, f.value, f.label, c.count)) from (
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
