import { type Database, type Statement, statement } from '@mallhive/db';
import type { ProductCard } from './contract.ts';
import type { KeyPart } from './cursor.ts';

export type ListOrder = 'newest' | 'price-asc' | 'price-desc' | 'rating';

interface Order {
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
  currency: string;
  order: ListOrder;
  category?: string | undefined;
  seller?: string | undefined;
  onSale: boolean;
  after: (string | number)[] | null;
  limit: number;
}

export interface CardRow {
  card: ProductCard;
  product_id: string;
  created_at: Date;
  price: number;
  rating_average: number;
  rating_count: number;
}

const statements = new Map<string, Statement>();

/** One text per combination of conditions, so that each has its own plan: at most 64. */
function listStatement(filter: ListFilter): Statement {
  const shape = [filter.order, filter.category, filter.seller, filter.onSale, filter.after]
    .map((part, index) => (index === 0 ? part : part ? 1 : 0))
    .join('.');
  const name = `catalog.products.${shape}`;
  const known = statements.get(name);
  if (known) return known;
  const order = listOrders[filter.order];
  const conditions = ['currency = $1'];
  let next = 3;
  if (filter.category) conditions.push(`category_paths @> array[$${next++}::text]`);
  if (filter.seller) {
    conditions.push(`seller_id = (select seller_id from catalog.seller_profiles where slug = $${next++})`);
  }
  if (filter.onSale) conditions.push('compare_at is not null');
  if (filter.after) {
    const values = order.casts.map((cast) => `$${next++}::${cast}`).join(', ');
    conditions.push(`(${order.columns.join(', ')}) ${order.direction === 'asc' ? '>' : '<'} (${values})`);
  }
  const made = statement(
    name,
    `select card, product_id, created_at, price, rating_average, rating_count from catalog.product_cards
     where ${conditions.join(' and ')}
     order by ${order.columns.map((column) => `${column} ${order.direction}`).join(', ')} limit $2`,
  );
  statements.set(name, made);
  return made;
}

export function listCards(db: Database, filter: ListFilter): Promise<CardRow[]> {
  const values: unknown[] = [filter.currency, filter.limit];
  if (filter.category) values.push(filter.category);
  if (filter.seller) values.push(filter.seller);
  if (filter.after) values.push(...filter.after);
  return db.sql.many<CardRow>(listStatement(filter), values);
}

const byIds = statement(
  'catalog.cards-by-ids',
  `select c.card from unnest($2::uuid[]) with ordinality as wanted (id, place)
   join catalog.product_cards c on c.product_id = wanted.id and c.currency = $1 order by wanted.place`,
);

export async function cardsByIds(db: Database, currency: string, ids: readonly string[]): Promise<ProductCard[]> {
  const rows = await db.sql.many<{ card: ProductCard }>(byIds, [currency, ids]);
  return rows.map((row) => row.card);
}
