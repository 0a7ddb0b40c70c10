import { type Database, statement } from '@mallhive/db';

const add = statement(
  'analytics.add-behaviour',
  `insert into analytics.behaviour_events (id, visitor_id, type, at, path, product_id, seller_id, query)
   select id, $2, type, at, path, "productId", "sellerId", query
   from json_to_recordset($1::json) as x (id uuid, type text, at timestamptz, path text, "productId" uuid, "sellerId" uuid, query text)
   on conflict (id) do nothing`,
);

export interface BehaviourRow {
  id: string;
  type: string;
  at: string;
  path: string;
  productId: string | null;
  sellerId: string | null;
  query: string | null;
}

/** Answers how many were new. */
export function addBehaviour(db: Database, visitorId: string, rows: readonly BehaviourRow[]): Promise<number> {
  return db.sql.execute(add, [JSON.stringify(rows), visitorId]);
}

const views = statement(
  'analytics.product-views-by-day',
  `select product_id as "productId", (at at time zone 'UTC')::date as day, count(*)::int as views
   from analytics.behaviour_events
   where type = 'product_view' and product_id is not null and seller_id is not null and at >= $1::date::timestamp at time zone 'UTC'
   group by 1, 2 order by 1, 2`,
);

export interface DayViews {
  productId: string;
  /** `YYYY-MM-DD`, UTC */
  day: string;
  views: number;
}

export function readViewsByDay(db: Database, fromDay: string): Promise<DayViews[]> {
  return db.sql.many<DayViews>(views, [fromDay]);
}
