import { type Database, type Statement, statement } from '@mallhive/db';
import { type Audience, type CardText, cardColumns, composeCard, placeOf, type StoredCard } from './card.ts';
import type { ProductCard } from './contract.ts';
import type { KeyPart } from './cursor.ts';

export type ListOrder = 'newest' | 'price-asc' | 'price-desc' | 'rating';

interface Order {
  /** `price` stands for the price in the currency of the list. */
  columns: string[];
  casts: string[];
  direction: 'asc' | 'desc';
  form: readonly KeyPart[];
}

export const listOrders: Record<ListOrder, Order> = {
  newest: {
    columns: ['created_at', 'product_id'],
    casts: ['timestamptz', 'uuid'],
    direction: 'desc',
    form: ['time', 'id'],
  },
  'price-asc': {
    columns: ['price', 'product_id'],
    casts: ['int', 'uuid'],
    direction: 'asc',
    form: ['number', 'id'],
  },
  'price-desc': {
    columns: ['price', 'product_id'],
    casts: ['int', 'uuid'],
    direction: 'desc',
    form: ['number', 'id'],
  },
  rating: {
    columns: ['rating_average', 'rating_count', 'product_id'],
    casts: ['real', 'int', 'uuid'],
    direction: 'desc',
    form: ['number', 'number', 'id'],
  },
};

export interface ListFilter {
  audience: Audience;
  order: ListOrder;
  category?: string | undefined;
  seller?: string | undefined;
  onSale: boolean;
  after: (string | number)[] | null;
  limit: number;
}

export interface CardRow extends CardText {
  product_id: string;
  created_at: Date;
  rating_average: number;
  rating_count: number;
}

const statements = new Map<string, Statement>();

/** One text per combination of conditions and currency, so that each has its own plan and index: at most 256. */
function listStatement(filter: ListFilter): Statement {
  const place = placeOf(filter.audience.currency);
  const shape = [filter.category, filter.seller, filter.onSale, filter.after].map((part) => (part ? 1 : 0)).join('');
  const name = `catalog.products.${filter.order}.${place}.${shape}`;
  const known = statements.get(name);
  if (known) return known;
  const order = listOrders[filter.order];
  const columns = order.columns.map((column) => (column === 'price' ? `prices[${place}]` : column));
  const conditions: string[] = [];
  let next = 3;
  if (filter.category) conditions.push(`category_paths @> array[$${next++}::text]`);
  if (filter.seller) {
    conditions.push(`seller_id = (select seller_id from catalog.seller_profiles where slug = $${next++})`);
  }
  if (filter.onSale) conditions.push(`on_sale and compare_at[${place}] is not null`);
  if (filter.after) {
    const values = order.casts.map((cast) => `$${next++}::${cast}`).join(', ');
    conditions.push(`(${columns.join(', ')}) ${order.direction === 'asc' ? '>' : '<'} (${values})`);
  }
  const made = statement(
    name,
    `select ${cardColumns(place, 1, 'c', 'text')}, product_id, created_at, rating_average, rating_count from catalog.product_cards c
     ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
     order by ${columns.map((column) => `${column} ${order.direction}`).join(', ')} limit $2`,
  );
  statements.set(name, made);
  return made;
}

export function listCards(db: Database, filter: ListFilter): Promise<CardRow[]> {
  const values: unknown[] = [filter.audience.locale, filter.limit];
  if (filter.category) values.push(filter.category);
  if (filter.seller) values.push(filter.seller);
  if (filter.after) values.push(...filter.after);
  return db.sql.many<CardRow>(listStatement(filter), values);
}

const byIds = statement(
  'catalog.cards-by-ids',
  `select ${cardColumns('$2::int', 1)} from unnest($3::uuid[]) with ordinality as wanted (id, place)
   join catalog.product_cards c on c.product_id = wanted.id order by wanted.place`,
);

export async function cardsByIds(db: Database, audience: Audience, ids: readonly string[]): Promise<ProductCard[]> {
  const rows = await db.sql.many<StoredCard>(byIds, [audience.locale, placeOf(audience.currency), ids]);
  return rows.map((row) => composeCard(row, audience.currency));
}
