import { type Database, statement } from '@mallhive/db';

export type Phase = 'products' | 'shoppers' | 'categories';
export interface Run {
  id: string;
  startedAt: Date;
  phase: Phase;
  cursor: string;
  rails: number;
}

const open = statement(
  'search.open-rail-run',
  `insert into search.rail_runs (id, started_at, phase) values ($1, $2, 'products') on conflict do nothing`,
);
const current = statement(
  'search.open-run',
  `select id, started_at as "startedAt", phase, cursor, rails from search.rail_runs where finished_at is null`,
);
/** The run that was cut off, or else a new one. */
export async function openRun(db: Database, id: string, at: Date): Promise<Run> {
  await db.sql.execute(open, [id, at]);
  return db.sql.one<Run>(current);
}

const advance = statement(
  'search.save-rails',
  `with moved as (
     update search.rail_runs set phase = $4, cursor = $5, rails = rails + json_array_length($6::json)
     where id = $1 and phase = $2 and cursor = $3 and finished_at is null returning id, started_at
   ), written as (
     insert into search.rails (kind, owner, product_ids, weight, run_id, computed_at)
     select x.kind, x.owner, x."productIds", x.weight, m.id, m.started_at
     from moved m, json_to_recordset($6::json) as x (kind text, owner text, "productIds" uuid[], weight real) order by x.kind, x.owner
     on conflict (kind, owner) do update set product_ids = excluded.product_ids, weight = excluded.weight,
       run_id = excluded.run_id, computed_at = excluded.computed_at)
   select id from moved`,
);
export interface NewRail {
  kind: string;
  owner: string;
  productIds: readonly string[];
  weight: number;
}

/** Rails and the place in one statement. False: somebody else has gone on with this run. */
export async function saveRails(
  db: Database,
  run: Run,
  to: { phase: Phase; cursor: string },
  rails: readonly NewRail[],
): Promise<boolean> {
  const values = [run.id, run.phase, run.cursor, to.phase, to.cursor, JSON.stringify(rails)];
  return (await db.sql.execute(advance, values)) > 0;
}

const finish = statement(
  'search.finish-rail-run',
  `with done as (update search.rail_runs set phase = 'done', finished_at = $2 where id = $1 and finished_at is null returning id),
   old as (delete from search.rails r using done where r.run_id <> done.id),
   earlier as (delete from search.rail_runs where finished_at < $2::timestamptz - interval '30 days')
   select id from done`,
);
/** What no run writes any more goes: people without orders, products that are gone, what pages computed since. */
export async function finishRun(db: Database, id: string, at: Date): Promise<void> {
  await db.sql.execute(finish, [id, at]);
}

const rest = statement(
  'search.save-rest-days',
  `update search.documents d set rest_days = x.days from json_to_recordset($1::json) as x ("productId" uuid, days int)
   where d.product_id = x."productId" and d.rest_days <> x.days`,
);
export async function saveRestDays(db: Database, days: readonly { productId: string; days: number }[]): Promise<void> {
  if (days.length > 0) await db.sql.execute(rest, [JSON.stringify(days)]);
}

const lines = statement(
  'search.read-order-lines',
  `select order_id as "orderId", product_id as "productId", shopper_id as "shopperId", extract(epoch from at)::float / 86400 as day
   from search.order_items where (order_id, product_id) > ($1::uuid, $2::uuid) and at <= $3 order by order_id, product_id limit $4`,
);
export interface OrderLine {
  orderId: string;
  productId: string;
  shopperId: string | null;
  day: number;
}
export const readLines = (db: Database, after: Pick<OrderLine, 'orderId' | 'productId'>, until: Date, limit: number) =>
  db.sql.many<OrderLine>(lines, [after.orderId, after.productId, until, limit]);

const products = statement(
  'search.read-rail-products',
  `select product_id as id, seller_facet as seller, category_ids as categories from search.documents order by product_id`,
);
export interface RailProduct {
  id: string;
  seller: number;
  categories: number[];
}
export const readRailProducts = (db: Database) => db.sql.many<RailProduct>(products);

const paths = statement(
  'search.category-paths',
  `select id, value as path from search.facet_values where name = 'category'`,
);
export const readCategoryPaths = (db: Database) => db.sql.many<{ id: number; path: string }>(paths);
