import { type Database, type Statement, statement } from '@mallhive/db';
import type { Sort } from './contract.ts';
import type { SearchReply, SearchRequest } from './engine.ts';
import { placeOf, textConfigs } from './languages.ts';

/** Columns of an order beside the product's id, which makes it total; `price` is there anyway. */
const orders: Record<Sort, readonly (readonly [column: string, descending: boolean])[]> = {
  relevance: [
    ['rank', true],
    ['popularity', true],
  ],
  popular: [
    ['popularity', true],
    ['rating_count', true],
  ],
  newest: [['created_at', true]],
  'price-asc': [
    ['price', false],
    ['popularity', true],
  ],
  'price-desc': [
    ['price', true],
    ['popularity', true],
  ],
  rating: [
    ['rating', true],
    ['rating_count', true],
  ],
};

/** Which dimension a product misses, as bits: each facet's counts leave out the facet's own choice, so one missed bit still counts there. */
const bits = { price: 1, category: 2, seller: 4 };
const attributeBit = (index: number) => 8 << index;

interface Shape {
  locale: SearchRequest['locale'];
  order: Sort;
  withWords: boolean;
  /** What is narrowed, beside the attributes: only that is tested and counted apart. */
  price: boolean;
  categories: boolean;
  sellers: boolean;
  attributes: number;
}

function shapeOf({ slots, sort, attributes, locale, priceMin, priceMax, categories, sellers }: SearchRequest): Shape {
  const withWords = slots.length > 0;
  return {
    locale,
    order: sort === 'relevance' && !withWords ? 'popular' : sort,
    withWords,
    price: priceMin !== null || priceMax !== null,
    categories: categories !== null,
    sellers: sellers !== null,
    attributes: attributes.length,
  };
}

/** The parameters of a shape's statement by name, in their order. */
function parametersOf(request: SearchRequest, shape: Shape): [name: string, value: unknown][] {
  return [
    ['limit', request.limit],
    ['offset', request.offset],
    ['currency', placeOf(request.currency)],
    ['inStock', request.inStock],
    ['onSale', request.onSale],
    ['rating', request.minimumRating],
    ...(shape.withWords
      ? ([
          ['slots', JSON.stringify(request.slots)],
          ['anySlot', request.anySlot],
        ] satisfies [string, unknown][])
      : []),
    ...(ranked(shape) ? ([['text', request.text]] satisfies [string, unknown][]) : []),
    ...(shape.price
      ? ([
          ['priceMin', request.priceMin],
          ['priceMax', request.priceMax],
        ] satisfies [string, unknown][])
      : []),
    ...(shape.categories ? ([['categories', request.categories]] satisfies [string, unknown][]) : []),
    ...(shape.sellers ? ([['sellers', request.sellers]] satisfies [string, unknown][]) : []),
    ...request.attributes.flatMap(({ name, values }, index): [string, unknown][] => [
      [`name${index}`, name],
      [`values${index}`, values],
    ]),
  ];
}

const ranked = ({ order }: Shape) => order === 'relevance';

/** Where words are looked for: in another language than English in its own texts, and in English where there are none. */
function sourceOf({ locale, withWords }: Shape): { from: string; head: string; plain: string } {
  if (!withWords) return { from: 'search.documents d', head: '', plain: '' };
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

type Place = (name: string) => string;
const chosenIds = (name: string, values: string) =>
  `array(select id from search.facet_values where name = ${name} and value = any (${values}::text[]))`;

/** The bits of what a product misses, as one sum. */
function missed(shape: Shape, $: Place): string {
  const tests = Array.from({ length: shape.attributes }, (_, index) => {
    const ids = chosenIds($(`name${index}`), $(`values${index}`));
    return `case when d.facet_ids && ${ids} then 0 else ${attributeBit(index)} end`;
  });
  if (shape.price) {
    const price = `d.prices[${$('currency')}]`;
    tests.push(
      `case when ${price} >= coalesce(${$('priceMin')}::int, 0) and ${price} <= coalesce(${$('priceMax')}::int, 2147483647) then 0 else ${bits.price} end`,
    );
  }
  if (shape.categories) {
    tests.push(
      `case when d.category_ids && ${chosenIds(`'category'`, $('categories'))} then 0 else ${bits.category} end`,
    );
  }
  if (shape.sellers) {
    tests.push(
      `case when d.seller_facet = any (${chosenIds(`'seller'`, $('sellers'))}) then 0 else ${bits.seller} end`,
    );
  }
  return tests.join(' + ') || '0';
}

/**
 * Facet values `f` with their `count`: all over what is shown, and to each chosen facet's own what misses nothing but it.
 * Counted before their names are looked up, so that names are looked up once a value.
 */
function counted(shape: Shape, $: Place): string {
  const part = (column: string, missing: number, name: string) =>
    `select id, count(*)::int as count, ${name} as only from (select ${column} as id from m where missed = ${missing}) a group by id`;
  const all = part('unnest(counted_ids)', 0, 'null::text');
  const own = [
    ...(shape.categories ? [part('unnest(category_ids)', bits.category, `'category'`)] : []),
    ...(shape.sellers ? [part('seller_facet', bits.seller, `'seller'`)] : []),
    ...Array.from({ length: shape.attributes }, (_, index) =>
      part('unnest(facet_ids)', attributeBit(index), `${$(`name${index}`)}::text`),
    ),
  ];
  if (own.length === 0) return `(${all}) c join search.facet_values f on f.id = c.id`;
  return `(select c.id, sum(c.count)::int as count from (${[all, ...own].join('\nunion all\n')}) c
      join search.facet_values n on n.id = c.id and (c.only is null or c.only = n.name) group by c.id) c
    join search.facet_values f on f.id = c.id`;
}

function textOf(shape: Shape, $: Place): string {
  const { locale, withWords } = shape;
  const source = sourceOf(shape);
  const order = orders[shape.order];
  // A title or a code that is just what was typed comes first; then closeness, lifted a little by how well the product sells.
  const rank = ranked(shape)
    ? `((0.001 + ts_rank('{0.1, 0.2, 0.4, 1.0}', ${source.head}, q.query, 1)) * (1 + 0.15 * d.popularity)
        + case when ${source.plain} = ${$('text')}::text then 1 when q.code = any (d.skus) then 2 else 0 end)::real as rank`
    : '';
  const columns = [
    'd.product_id',
    `d.prices[${$('currency')}::int] as price`,
    'd.counted_ids',
    ...(shape.categories ? ['d.category_ids'] : []),
    ...(shape.sellers ? ['d.seller_facet'] : []),
    ...(shape.attributes > 0 ? ['d.facet_ids'] : []),
    ...order.map(([column]) => (column === 'rank' ? rank : `d.${column}`)).filter((column) => column !== 'd.price'),
    `${missed(shape, $)} as missed`,
  ];
  const by = (table: string) =>
    [...order.map(([column, down]) => `${table}.${column}${down ? ' desc' : ''}`), `${table}.product_id`].join(', ');
  const english = locale === 'en';
  const label = english ? 'f.label' : `coalesce(f.labels -> '${locale}' ->> 1, f.label)`;
  const nameLabel = english ? 'null' : `nullif(f.labels -> '${locale}' ->> 0, '')`;
  const titles = english ? '' : `left join search.texts t on t.product_id = p.product_id and t.locale = '${locale}'`;
  return `with ${withWords ? `q as materialized (select search.to_query(${$('slots')}::jsonb, ${$('anySlot')}::boolean, '${textConfigs[locale]}') as query${ranked(shape) ? `, replace(${$('text')}::text, ' ', '') as code` : ''}), ` : ''}m as materialized (
       select ${columns.join(', ')}
       from ${source.from}
       where (not ${$('inStock')}::boolean or d.available) and (not ${$('onSale')}::boolean or d.compare_at[${$('currency')}] is not null)
         and d.rating >= ${$('rating')}::real
     ), totals as (
       select count(*)::int as matched, count(*) filter (where missed = 0)::int as total,
         json_build_object('min', min(price) filter (where missed <= ${bits.price}), 'max', max(price) filter (where missed <= ${bits.price})) as range
       from m
     ), page as (
       select * from m where missed = 0 order by ${by('m')} limit ${$('limit')} offset ${$('offset')}
     )
     select totals.matched, totals.total, totals.range as "priceRange",
       (select json_agg(json_build_object('card', e.card, 'bestseller', d.bestseller, 'price', p.price, 'title', ${english ? 'null' : 't.title'},
          'compareAt', d.compare_at[${$('currency')}]) order by ${by('p')})
        from page p join search.entries e on e.product_id = p.product_id
          join search.documents d on d.product_id = p.product_id ${titles}) as items,
       (select json_agg(json_build_array(f.name, f.value, ${label}, c.count, ${nameLabel}))
        from ${counted(shape, $)}) as facets
     from totals`;
}

const statements = new Map<string, Statement>();

export function runSearch(db: Database, request: SearchRequest): Promise<SearchReply> {
  const shape = shapeOf(request);
  const parameters = parametersOf(request, shape);
  const narrowed = `${shape.price ? 'p' : ''}${shape.categories ? 'c' : ''}${shape.sellers ? 's' : ''}${shape.attributes}`;
  const name = `search.products.${shape.locale}.${shape.order}.${shape.withWords ? 'words' : 'all'}.${narrowed}`;
  let known = statements.get(name);
  if (!known) {
    const names = parameters.map(([parameter]) => parameter);
    known = statement(
      name,
      textOf(shape, (parameter) => `$${names.indexOf(parameter) + 1}`),
    );
    statements.set(name, known);
  }
  return db.sql.one<SearchReply>(
    known,
    parameters.map(([, value]) => value),
  );
}
