import { type Database, statement } from '@mallhive/db';
import type { FacetCount, FoundCard, SearchReply, SearchRequest } from './engine.ts';
import { placeOf } from './languages.ts';
import type { IndexReply } from './ports.ts';

const choices = statement(
  'search.resolve-choices',
  `select f.id, f.name, f.value from search.facet_values f
   join json_to_recordset($1::json) as x (name text, value text) on f.name = x.name and f.value = x.value`,
);

interface Choices {
  categories: number[] | null;
  sellers: number[] | null;
  attributes: number[][];
}

/** The numbers of the chosen values. What no product ever had has none, and finds nothing. No statement where nothing was chosen. */
export async function resolveChoices(
  db: Database,
  { categories, sellers, attributes }: Pick<SearchRequest, 'categories' | 'sellers' | 'attributes'>,
): Promise<Choices> {
  const wanted = [
    ...(categories ?? []).map((value) => ({ name: 'category', value })),
    ...(sellers ?? []).map((value) => ({ name: 'seller', value })),
    ...attributes.flatMap(({ name, values }) => values.map((value) => ({ name, value }))),
  ];
  if (wanted.length === 0) return { categories: null, sellers: null, attributes: [] };
  const rows = await db.sql.many<{ id: number; name: string; value: string }>(choices, [JSON.stringify(wanted)]);
  const idsOf = (name: string, values: readonly string[]) =>
    rows.filter((row) => row.name === name && values.includes(row.value)).map(({ id }) => id);
  return {
    categories: categories && idsOf('category', categories),
    sellers: sellers && idsOf('seller', sellers),
    attributes: attributes.map(({ name, values }) => idsOf(name, values)),
  };
}

const complete = statement(
  'search.complete-reply',
  `select
     (select json_agg(json_build_object('card', e.card, 'bestseller', d.bestseller, 'price', d.prices[$3::int],
        'compareAt', d.compare_at[$3], 'title', t.title) order by x.place)
      from unnest($1::uuid[]) with ordinality as x (id, place) join search.documents d on d.product_id = x.id
      join search.entries e on e.product_id = x.id left join search.texts t on t.product_id = x.id and t.locale = $4) as items,
     (select json_agg(json_build_array(f.id, f.name, f.value, coalesce(f.labels -> $4 ->> 1, f.label), nullif(f.labels -> $4 ->> 0, '')))
      from search.facet_values f where f.id = any ($2::int[])) as names`,
);

type Names = [id: number, name: string, value: string, label: string, nameLabel: string | null][];

/** Cards in the order found, and facets by name: what was chosen in a facet does not narrow the facet's own counts. */
export async function completeReply(
  db: Database,
  request: SearchRequest,
  { matched, total, ids, priceRange, counts, withoutOwn }: IndexReply,
): Promise<SearchReply> {
  const own = [withoutOwn.categories ?? [], withoutOwn.sellers ?? [], ...withoutOwn.attributes];
  const numbers = [...new Set([...counts, ...own.flat()].map(([id]) => id))];
  const row = await db.sql.one<{ items: FoundCard[] | null; names: Names | null }>(complete, [
    ids,
    numbers,
    placeOf(request.currency),
    request.locale,
  ]);
  const named = new Map((row.names ?? []).map((entry) => [entry[0], entry]));
  const ownCounts = new Map<string, [number, number][]>();
  if (withoutOwn.categories) ownCounts.set('category', withoutOwn.categories);
  if (withoutOwn.sellers) ownCounts.set('seller', withoutOwn.sellers);
  for (const [index, { name }] of request.attributes.entries()) ownCounts.set(name, withoutOwn.attributes[index] ?? []);

  const facets: FacetCount[] = [];
  const add = (pairs: readonly [number, number][], wanted: (name: string) => boolean) => {
    for (const [id, count] of pairs) {
      const known = named.get(id);
      if (known && wanted(known[1])) facets.push([known[1], known[2], known[3], count, known[4]]);
    }
  };
  add(counts, (name) => !ownCounts.has(name));
  for (const [name, pairs] of ownCounts) add(pairs, (candidate) => candidate === name);
  return { matched, total, items: row.items, priceRange, facets };
}
