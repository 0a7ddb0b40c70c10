import { appendEvents, type Database, type SqlTransaction, statement, withSqlTransaction } from '@mallhive/db';
import { newId } from '@mallhive/kernel';
import { webhookDue } from '../events.ts';
import type { WebhookAnswer } from './ports.ts';

const subscribers = statement(
  'notifications.webhook-subscribers',
  `select distinct seller_id as id from notifications.webhook_endpoints where seller_id = any($1::uuid[]) and status = 'active'`,
);
const record = statement(
  'notifications.webhook-record',
  `with events as (
     select * from jsonb_to_recordset($1::jsonb) as e("sellerId" uuid, key text, type text, payload text)
   ), made as (
     insert into notifications.webhook_deliveries (id, endpoint_id, event_key, type, payload, next_at, created_at)
     select gen_random_uuid(), t.id, e.key, e.type, e.payload, $2::timestamptz, $2::timestamptz
     from events e join notifications.webhook_endpoints t
       on t.seller_id = e."sellerId" and t.status = 'active' and e.type = any(t.events)
     on conflict (endpoint_id, event_key) do nothing returning endpoint_id
   )
   select t.id as "endpointId", t.failing_since is not null as failing, count(*)::int as n
   from made join notifications.webhook_endpoints t on t.id = made.endpoint_id group by t.id`,
);
const insertOne = statement(
  'notifications.webhook-insert-delivery',
  `insert into notifications.webhook_deliveries (id, endpoint_id, event_key, type, payload, next_at, created_at)
   values ($1::uuid, $2::uuid, $3, $4, $5, $6::timestamptz, $6::timestamptz)`,
);
/** One that takes nothing gets only a few at once, so that it keeps nobody waiting. */
const claim = statement(
  'notifications.webhook-claim',
  `with due as (
     select d.id from notifications.webhook_deliveries d join notifications.webhook_endpoints e on e.id = d.endpoint_id
     where d.endpoint_id = $1::uuid and e.status = 'active' and d.status = 'pending' and d.next_at <= $2::timestamptz
     order by d.next_at limit (select case when failing_since is null then 12 else 4 end
       from notifications.webhook_endpoints where id = $1::uuid)
     for update of d skip locked
   )
   update notifications.webhook_deliveries d set next_at = $3::timestamptz from due where d.id = due.id
   returning d.id, d.payload, d.tries`,
);
const settle = statement(
  'notifications.webhook-settle',
  `with tried as (
     update notifications.webhook_deliveries set attempts = attempts + 1, tries = tries + 1, status = $2,
       next_at = coalesce($3::timestamptz, next_at), last_status = $4::int, problem = $5,
       settled_at = case when $2 <> 'pending' then $6::timestamptz end
     where id = $1::uuid and status = 'pending' returning id, endpoint_id, attempts
   ), logged as (
     insert into notifications.webhook_attempts (id, delivery_id, number, at, duration_ms, status, problem, response)
     select $7::uuid, id, attempts, $8::timestamptz, $9::int, $4::int, $5, $10 from tried
   )
   update notifications.webhook_endpoints e set failing_since = case when $2 = 'delivered' then null else $6::timestamptz end
   from tried where e.id = tried.endpoint_id and (e.failing_since is null) = ($2 <> 'delivered')`,
);
const next = statement(
  'notifications.webhook-next',
  `select min(next_at) as at from notifications.webhook_deliveries where endpoint_id = $1::uuid and status = 'pending'`,
);
const due = statement(
  'notifications.webhook-due',
  `select e.id as "endpointId", e.failing_since is not null as failing from notifications.webhook_endpoints e
   where e.id in (select endpoint_id from notifications.webhook_deliveries where status = 'pending' and next_at <= $1::timestamptz
     order by next_at limit 5000) and e.status = 'active' limit 500`,
);
const giveUp = statement(
  'notifications.webhook-give-up',
  `update notifications.webhook_deliveries set status = 'failed', problem = $2, settled_at = $3::timestamptz
   where endpoint_id = $1::uuid and status = 'pending'`,
);
const replay = statement(
  'notifications.webhook-replay',
  `update notifications.webhook_deliveries set status = 'pending', tries = 0, next_at = $4::timestamptz, settled_at = null, problem = null
   where endpoint_id = $1::uuid and ($2::uuid is null or id = $2::uuid)
     and ($3::timestamptz is null or (created_at >= $3::timestamptz and status = 'failed')) and status <> 'pending'`,
);
const expire = statement(
  'notifications.webhook-expire',
  `delete from notifications.webhook_deliveries where id in (
     select id from notifications.webhook_deliveries where created_at < $1::timestamptz order by created_at limit $2::int)`,
);

export interface NewDelivery {
  sellerId: string;
  key: string;
  type: string;
  payload: string;
}
export interface Claimed {
  id: string;
  payload: string;
  tries: number;
}
interface Due {
  endpointId: string;
  failing: boolean;
}

const wake = (tx: SqlTransaction, endpoints: readonly Due[], now: Date) =>
  appendEvents(
    tx,
    'notifications',
    endpoints.map(({ endpointId, failing }) =>
      webhookDue.create({ endpointId, lane: failing ? 'failing' : 'steady' }, now),
    ),
  );

export function createDeliveryRepository(db: Database) {
  return {
    /** Those of the sellers who have an address that is switched on. */
    subscribers: async (sellerIds: readonly string[]) =>
      (await db.sql.many<{ id: string }>(subscribers, [sellerIds])).map(({ id }) => id),
    /** A delivery for each address that wants the event and does not have it yet; answers how many. */
    record: (events: readonly NewDelivery[], now: Date): Promise<number> =>
      withSqlTransaction(db, async (tx) => {
        const made = await tx.sql.many<Due & { n: number }>(record, [JSON.stringify(events), now]);
        await wake(tx, made, now);
        return made.reduce((sum, { n }) => sum + n, 0);
      }),
    insert: (id: string, endpointId: string, { key, type, payload }: Omit<NewDelivery, 'sellerId'>, now: Date) =>
      withSqlTransaction(db, async (tx) => {
        await tx.sql.execute(insertOne, [id, endpointId, key, type, payload, now]);
        await wake(tx, [{ endpointId, failing: false }], now);
      }),
    /** What is due at an address; nobody else gets it until `until`. */
    claim: (endpointId: string, now: Date, until: Date) => db.sql.many<Claimed>(claim, [endpointId, now, until]),
    /** One request and what came of it; of a delivery that is settled already nothing is noted. */
    settle: (
      id: string,
      outcome: { status: 'pending' | 'delivered' | 'failed'; nextAt: Date | null },
      answer: WebhookAnswer,
      began: Date,
      now: Date,
    ) =>
      db.sql.execute(settle, [
        ...[id, outcome.status, outcome.nextAt, answer.status, answer.problem, now],
        ...[newId(), began, answer.durationMs, answer.response],
      ]),
    next: async (endpointId: string) => (await db.sql.one<{ at: Date | null }>(next, [endpointId])).at,
    /** For a job: tells again of addresses at which something is due. */
    wakeDue: (now: Date): Promise<number> =>
      withSqlTransaction(db, async (tx) => {
        const found = await tx.sql.many<Due>(due, [now]);
        await wake(tx, found, now);
        return found.length;
      }),
    giveUp: (endpointId: string, problem: 'endpoint_off' | 'seller_closed', now: Date) =>
      db.sql.execute(giveUp, [endpointId, problem, now]),
    /** One that is settled, or all that failed since then, once more; answers how many. */
    replay: (endpointId: string, which: { id: string } | { since: Date }, now: Date): Promise<number> =>
      withSqlTransaction(db, async (tx) => {
        const [id, since] = 'id' in which ? [which.id, null] : [null, which.since];
        const count = await tx.sql.execute(replay, [endpointId, id, since, now]);
        if (count > 0) await wake(tx, [{ endpointId, failing: false }], now);
        return count;
      }),
    expire: (before: Date, limit: number) => db.sql.execute(expire, [before, limit]),
  };
}
export type DeliveryRepository = ReturnType<typeof createDeliveryRepository>;
