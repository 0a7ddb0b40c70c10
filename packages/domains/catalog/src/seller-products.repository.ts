import { type Database, type Statement, statement } from '@mallhive/db';
import type { z } from 'zod';
import type { SellerProductRow, sellerProductsInput } from './contract.ts';
import type { KeyPart } from './cursor.ts';

type Sort = z.output<typeof sellerProductsInput>['sort'];

interface Order {
  /** Ends with the id, so that every row has its own place. */
  columns: [column: string, cast: string][];
  direction: 'asc' | 'desc';
  form: readonly KeyPart[];
}

/** Each has an index that begins with the seller. Rows without a price come last, whatever the direction. */
export const sellerOrders: Record<Sort, Order> = {
  newest: {
    columns: [
      ['p.created_at', 'timestamptz'],
      ['p.id', 'uuid'],
    ],
    direction: 'desc',
    form: ['time', 'id'],
  },
  oldest: {
    columns: [
      ['p.created_at', 'timestamptz'],
      ['p.id', 'uuid'],
    ],
    direction: 'asc',
    form: ['time', 'id'],
  },
  updated: {
    columns: [
      ['p.updated_at', 'timestamptz'],
      ['p.id', 'uuid'],
    ],
    direction: 'desc',
    form: ['time', 'id'],
  },
  title: {
    columns: [
      ['p.title', 'text'],
      ['p.id', 'uuid'],
    ],
    direction: 'asc',
    form: ['text', 'id'],
  },
  'price-asc': {
    columns: [
      ['z.price', 'int'],
      ['z.product_id', 'uuid'],
    ],
    direction: 'asc',
    form: ['number', 'id'],
  },
  'price-desc': {
    columns: [
      ['z.price', 'int'],
      ['z.product_id', 'uuid'],
    ],
    direction: 'desc',
    form: ['number', 'id'],
  },
  'stock-asc': {
    columns: [
      ['z.stock', 'int'],
      ['z.product_id', 'uuid'],
    ],
    direction: 'asc',
    form: ['number', 'id'],
  },
  'stock-desc': {
    columns: [
      ['z.stock', 'int'],
      ['z.product_id', 'uuid'],
    ],
    direction: 'desc',
    form: ['number', 'id'],
  },
};

const row = `json_build_object(
    'id', p.id, 'slug', p.slug, 'title', p.title, 'status', p.status, 'moderation', p.moderation, 'moderationReason', p.moderation_reason,
    'category', (select json_build_object('id', g.id, 'name', g.name, 'path', g.path) from catalog.categories g where g.id = p.category_id),
    'tags', to_json(p.tags),
    'image', (select json_build_object('url', m.url, 'alt', m.alt, 'width', m.width, 'height', m.height)
              from catalog.product_media m where m.product_id = p.id and m.position = 0),
    'price', json_build_object(
      'current', json_build_object('amount', coalesce(v.price, 0), 'currency', $1::text),
      'compareAt', case when v.compare_at is not null then json_build_object('amount', v.compare_at, 'currency', $1::text) end),
    'priceMissing', z.price_missing, 'availableQuantity', z.stock, 'variantCount', coalesce(v.variants, 0),
    'publishAt', catalog.iso(p.publish_at), 'version', p.version, 'createdAt', catalog.iso(p.created_at), 'updatedAt', catalog.iso(p.updated_at)) as row`;

const variants = `lateral (
    select min(x.price) as price, (array_agg(x.compare_at order by x.price))[1] as compare_at, count(*)::int as variants
    from (select catalog.current_price(r.amount, r.sale_amount, r.sale_starts_at, r.sale_ends_at, $2) as price,
        catalog.compare_price(r.amount, r.compare_at, r.sale_amount, r.sale_starts_at, r.sale_ends_at, $2) as compare_at
      from catalog.variants v left join catalog.prices r on r.variant_id = v.id and r.currency = $1
      where v.product_id = p.id and v.active) x) v`;

export interface SellerProductsFilter {
  currency: string;
  at: Date;
  sellerId: string;
  query: string;
  /** The products that the text is found in, when they are few. */
  candidates: string[] | null;
  status: 'all' | 'draft' | 'published' | 'archived';
  categoryId: string | undefined;
  tag: string | undefined;
  stock: 'any' | 'out' | 'low' | 'in';
  priceMissing: boolean;
  moderation: 'any' | 'pending' | 'rejected';
  sort: Sort;
  after: (string | number)[] | null;
  limit: number;
}

const stockRanges = { out: '= 0', low: 'between 1 and 5', in: '> 0' } as const;

/** Conditions as text and values, numbered from `first`; the seller is `first`. */
function conditionsOf(
  filter: SellerProductsFilter,
  first: number,
): { texts: string[]; values: unknown[]; shape: string } {
  const texts = [`p.seller_id = $${first}`, `z.seller_id = $${first}`];
  const values: unknown[] = [filter.sellerId];
  const shape: string[] = [];
  const add = (name: string, text: (place: string) => string, ...more: unknown[]) => {
    texts.push(text(`$${first + values.length}`));
    values.push(...more);
    shape.push(name);
  };
  // Fixed words go into the text, so that each has its own plan and its partial index.
  if (filter.status !== 'all') add(filter.status, () => `p.status = '${filter.status}'`);
  if (filter.stock !== 'any')
    add(filter.stock, () => `z.stock ${filter.stock === 'any' ? '>= 0' : stockRanges[filter.stock]}`);
  if (filter.priceMissing) add('unpriced', () => 'z.price_missing');
  if (filter.moderation !== 'any')
    add(filter.moderation, () => `p.moderation in ('pending', 'rejected') and p.moderation = '${filter.moderation}'`);
  if (filter.categoryId) {
    add(
      'category',
      (
        place,
      ) => `p.category_id in (select c.id from catalog.categories c join catalog.categories top on top.id = ${place}
        and (c.path = top.path or c.path like top.path || '/%'))`,
      filter.categoryId,
    );
  }
  if (filter.tag) add('tag', (place) => `p.tags <> '{}' and p.tags @> array[${place}::text]`, filter.tag);
  if (filter.candidates) {
    add('candidates', (place) => `p.id = any (array(select unnest(${place}::uuid[])))`, filter.candidates);
  } else if (filter.query) {
    const place = first + values.length;
    // Many match, so the list is walked in its order until the page is full; the index of words would bring all of them first.
    add(
      'query',
      () => `(lower(p.title || '') like '%' || $${place} || '%' or exists (
        select 1 from catalog.variants v where v.product_id = p.id and lower(v.sku) like $${place} || '%'))`,
      literal(filter.query),
    );
  }
  if (filter.sort.startsWith('price')) texts.push('z.price is not null');
  return { texts, values, shape: shape.join('.') };
}

/** `%` and `_` are ordinary characters in what a person types. */
const literal = (text: string) => text.toLowerCase().replace(/[\\%_]/g, '\\$&');

const source = 'catalog.products p join catalog.product_summaries z on z.product_id = p.id';
const statements = new Map<string, Statement>();
/** One text per combination that is used: a plan for each. */
function made(name: string, text: () => string): Statement {
  const known = statements.get(name) ?? statement(name, text());
  statements.set(name, known);
  return known;
}

/** One index each for the rare states, in the order of the list. */
function orderOf({ sort, stock, priceMissing }: SellerProductsFilter): Order {
  const order = sellerOrders[sort];
  const isRare = priceMissing || stock === 'out' || stock === 'low';
  if (!isRare || (sort !== 'newest' && sort !== 'oldest')) return order;
  return {
    ...order,
    columns: [
      ['z.created_at', 'timestamptz'],
      ['z.product_id', 'uuid'],
    ],
  };
}

export function listSellerProducts(db: Database, filter: SellerProductsFilter) {
  const { columns, direction } = orderOf(filter);
  const { texts, values, shape } = conditionsOf(filter, 4);
  const after = filter.after;
  const page = made(`catalog.seller-products.${filter.sort}.${after ? 1 : 0}.${shape}`, () => {
    const keys = columns.map(([, cast], index) => `$${4 + values.length + index}::${cast}`).join(', ');
    const place = after
      ? `and (${columns.map(([column]) => column).join(', ')}) ${direction === 'asc' ? '>' : '<'} (${keys})`
      : '';
    const order = columns.map(([column]) => `${column} ${direction}`).join(', ');
    // First the page, then what its rows show: nothing is made for rows that are not shown.
    return `select ${row}, x.key0, x.key1
      from (
        select p.id, ${columns.map(([column], index) => `${column} as key${index}`).join(', ')}
        from ${source} where ${texts.join(' and ')} ${place} order by ${order} limit $3) x
      join catalog.products p on p.id = x.id
      join catalog.product_summaries z on z.product_id = x.id, ${variants}
      order by x.key0 ${direction}, x.key1 ${direction}`;
  });
  return db.sql.many<{ row: SellerProductRow; key0: Date | string | number; key1: string }>(page, [
    filter.currency,
    filter.at,
    filter.limit,
    ...values,
    ...(after ?? []),
  ]);
}

/**
 * By the beginning of a SKU or a part of the title; `U&'\\FFFF'` sorts after everything. A text that many of the newest
 * products have is not looked up in the index of words, which would bring all of them: null stands for "many".
 */
const candidates = statement(
  'catalog.seller-product-candidates',
  `with sample as materialized (
     select count(*) filter (where lower(title) like '%' || $2 || '%') as hits
     from (select title from catalog.products where seller_id = $1 order by created_at desc, id desc limit 1000) s
   )
   select null::uuid as id from sample where hits >= 50
   union all
   select id from (
     (select id from catalog.products
      where (select hits from sample) < 50 and seller_id = $1 and lower(title) like '%' || $2 || '%' limit $4)
     union
     (select product_id from catalog.variants
      where (select hits from sample) < 50 and seller_id = $1
        and lower(sku) collate "C" >= $3 and lower(sku) collate "C" < $3 || U&'\\FFFF' limit $4)) x limit $4`,
);

/** The products that a text is found in, or null when they are more than `most`. */
export async function findCandidates(
  db: Database,
  sellerId: string,
  query: string,
  most: number,
): Promise<string[] | null> {
  const rows = await db.sql.many<{ id: string | null }>(candidates, [
    sellerId,
    literal(query),
    query.toLowerCase(),
    most + 1,
  ]);
  const ids = rows.flatMap(({ id }) => id ?? []);
  return ids.length < rows.length || ids.length > most ? null : ids;
}

interface Counts {
  counts: Record<string, number> | null;
  matching: number | null;
}

/** Counters that are kept with every change, and how many match, up to `most`; without a filter nothing is counted. */
export async function countSellerProducts(db: Database, filter: SellerProductsFilter, most: number): Promise<Counts> {
  const { texts, values, shape } = conditionsOf({ ...filter, sort: 'newest' }, 1);
  const counted = made(`catalog.seller-product-counts.${shape}`, () => {
    const matching =
      shape === ''
        ? 'null::int'
        : `(select count(*)::int from (select 1 from ${source} where ${texts.join(' and ')} limit ${most + 1}) x)`;
    return `select (select json_object_agg(bucket, products) from catalog.seller_product_counts where seller_id = $1) as counts,
      ${matching} as matching`;
  });
  return db.sql.one<Counts>(counted, values);
}
