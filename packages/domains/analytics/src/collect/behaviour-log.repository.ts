import { type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { StoredBehaviour } from '../ports.ts';

/** Writers share this lock while they take numbers; who wants to know how far everything is committed takes it alone. */
const numbering = 726300;

const add = statement(
  'analytics.add-behaviour',
  `insert into analytics.behaviour_events (id, visitor_id, type, at, path, product_id, seller_id, query, results, rail, step, order_id, device, source)
   select id, "visitorId", type, at, path, "productId", "sellerId", query, results, rail, step, "orderId", device, source
   from json_to_recordset($1::json) as x (id uuid, "visitorId" uuid, type text, at timestamptz, path text, "productId" uuid, "sellerId" uuid,
     query text, results int, rail text, step text, "orderId" uuid, device text, source text)
   where (select pg_advisory_xact_lock_shared(${numbering}) is not null)
   on conflict (id, at) do nothing`,
);

export interface NewBehaviour {
  id: string;
  visitorId: string | null;
  type: string;
  at: string;
  path: string;
  productId?: string | undefined;
  sellerId?: string | undefined;
  query?: string | undefined;
  results?: number | undefined;
  rail?: string | undefined;
  step?: string | undefined;
  orderId?: string | undefined;
  device: string;
  source: string;
}

/** One statement, committed when it returns. Answers how many were new. */
export function addBehaviour(db: Database, rows: readonly NewBehaviour[]): Promise<number> {
  return db.sql.execute(add, [JSON.stringify(rows)]);
}

const settle = statement('analytics.behaviour-numbering', `select pg_advisory_xact_lock(${numbering})`);
const last = statement(
  'analytics.behaviour-last-number',
  'select case when is_called then last_value else 0 end as seq from analytics.behaviour_seq',
);

/** Nothing at or below this number can be committed any more that is not committed now. Waits for inserts under way. */
export function settledSeq(db: Database): Promise<number> {
  return withSqlTransaction(db, async (tx) => {
    await tx.sql.execute(settle);
    return (await tx.sql.one<{ seq: number }>(last)).seq;
  });
}

const after = statement(
  'analytics.behaviour-after',
  `select seq, id, visitor_id as "visitorId", type, version, at, received_at as "receivedAt", path, product_id as "productId",
     seller_id as "sellerId", query, results, rail, step, order_id as "orderId", device, source
   from analytics.behaviour_events where seq > $1 and seq <= $2 order by seq limit $3`,
);

/** In the order of arrival, from behind `seq`; none is ever skipped because it was committed late. */
export async function readBehaviourAfter(db: Database, seq: number, limit: number): Promise<StoredBehaviour[]> {
  const top = await settledSeq(db);
  if (top <= seq) return [];
  const rows = await db.sql.many<Omit<StoredBehaviour, 'at' | 'receivedAt'> & { at: Date; receivedAt: Date }>(after, [
    seq,
    top,
    limit,
  ]);
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), receivedAt: row.receivedAt.toISOString() }));
}
