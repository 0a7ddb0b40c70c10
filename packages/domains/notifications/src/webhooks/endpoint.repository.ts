import { appendAudit, appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { AuditEntry, DomainEvent } from '@mallhive/kernel';

const columns = `id, seller_id as "sellerId", url, description, events, secret, previous_secret as "previousSecret",
  previous_until as "previousUntil", status, disabled_reason as "disabledReason", failing_since as "failingSince",
  created_at as "createdAt"`;

const ofSeller = statement(
  'notifications.webhooks-of-seller',
  `select ${columns} from notifications.webhook_endpoints where seller_id = $1::uuid order by created_at, id`,
);
const find = statement(
  'notifications.webhook',
  `select ${columns} from notifications.webhook_endpoints where id = $1::uuid and ($2::uuid is null or seller_id = $2::uuid)`,
);
const lock = statement(
  'notifications.webhook-lock',
  `select ${columns} from notifications.webhook_endpoints where id = $1::uuid and seller_id = $2::uuid for update`,
);
const lockSeller = statement(
  'notifications.webhooks-lock',
  `select pg_advisory_xact_lock(hashtextextended('notifications.webhooks:' || $1::text, 0))`,
);
const count = statement(
  'notifications.webhook-count',
  `select count(*)::int as n from notifications.webhook_endpoints where seller_id = $1::uuid`,
);
const insert = statement(
  'notifications.webhook-insert',
  `insert into notifications.webhook_endpoints (id, seller_id, url, description, events, secret, created_at)
   values ($1::uuid, $2::uuid, $3, $4, $5::text[], $6, $7::timestamptz)`,
);
const update = statement(
  'notifications.webhook-update',
  `update notifications.webhook_endpoints set url = $2, description = $3, events = $4::text[], secret = $5,
     previous_secret = $6, previous_until = $7::timestamptz, status = $8, disabled_reason = $9,
     failing_since = $10::timestamptz
   where id = $1::uuid`,
);
const remove = statement(
  'notifications.webhook-remove',
  `delete from notifications.webhook_endpoints where id = $1::uuid and seller_id = $2::uuid`,
);
/** Sealed texts under another key than the one of now. */
const oldSeals = statement(
  'notifications.webhook-old-seals',
  `select id, sealed as "dataKey" from (
     select 'secret:' || id as id, secret as sealed from notifications.webhook_endpoints
     union all select 'previous:' || id, previous_secret from notifications.webhook_endpoints where previous_secret is not null
   ) s where sealed not like $1 || ':%' and id > $2 order by id limit $3::int`,
);
const replaceSeals = statement(
  'notifications.webhook-replace-seals',
  `with d as (select * from jsonb_to_recordset($1::jsonb) as d(id text, before text, after text)), now as (
     update notifications.webhook_endpoints e set
       secret = coalesce((select after from d where d.id = 'secret:' || e.id and d.before = e.secret), secret),
       previous_secret = coalesce((select after from d where d.id = 'previous:' || e.id and d.before = e.previous_secret), previous_secret)
     where exists (select from d where split_part(d.id, ':', 2)::uuid = e.id) returning 1
   ) select count(*)::int as n from d where exists (select from now)`,
);
const sealKeys = statement(
  'notifications.webhook-seal-keys',
  `select distinct split_part(sealed, ':', 1) as id from (
     select secret as sealed from notifications.webhook_endpoints
     union all select previous_secret from notifications.webhook_endpoints where previous_secret is not null) s`,
);

export interface Endpoint {
  id: string;
  sellerId: string;
  url: string;
  description: string;
  events: string[];
  /** Sealed, like the one before. */
  secret: string;
  previousSecret: string | null;
  previousUntil: Date | null;
  status: 'active' | 'paused' | 'disabled';
  disabledReason: 'gone' | 'failing' | null;
  failingSince: Date | null;
  createdAt: Date;
}

interface Change {
  next: Endpoint;
  audit: AuditEntry;
  events?: readonly DomainEvent[];
}

export function createEndpointRepository(db: Database) {
  return {
    ofSeller: (sellerId: string) => db.sql.many<Endpoint>(ofSeller, [sellerId]),
    find: (id: string, sellerId: string | null) => db.sql.maybe<Endpoint>(find, [id, sellerId]),
    /** False, and nothing is written, when the organisation has `maximum` already. */
    insert: (endpoint: Endpoint, maximum: number, audit: AuditEntry): Promise<boolean> =>
      withSqlTransaction(db, async (tx) => {
        const { id, sellerId, url, description, events, secret, createdAt } = endpoint;
        await tx.sql.many(lockSeller, [sellerId]);
        if ((await tx.sql.one<{ n: number }>(count, [sellerId])).n >= maximum) return false;
        await tx.sql.execute(insert, [id, sellerId, url, description, events, secret, createdAt]);
        await appendAudit(tx, 'notifications', [audit]);
        return true;
      }),
    /** Null when there is none. `change` says what it becomes; null leaves it as it is. */
    change: (id: string, sellerId: string, change: (before: Endpoint) => Change | null): Promise<Endpoint | null> =>
      withSqlTransaction(db, async (tx) => {
        const before = await tx.sql.maybe<Endpoint>(lock, [id, sellerId]);
        const changed = before && change(before);
        if (!changed) return before;
        const { next } = changed;
        const { url, description, events, secret, previousSecret, previousUntil, status, disabledReason } = next;
        await tx.sql.execute(update, [
          ...[id, url, description, events, secret, previousSecret, previousUntil, status, disabledReason],
          next.failingSince,
        ]);
        await appendAudit(tx, 'notifications', [changed.audit]);
        await appendEvents(tx, 'notifications', changed.events ?? []);
        return next;
      }),
    remove: (id: string, sellerId: string, audit: AuditEntry): Promise<boolean> =>
      withSqlTransaction(db, async (tx) => {
        if ((await tx.sql.execute(remove, [id, sellerId])) === 0) return false;
        await appendAudit(tx, 'notifications', [audit]);
        return true;
      }),
    oldSeals: (current: string, after: string, limit: number) =>
      db.sql.many<{ id: string; dataKey: string }>(oldSeals, [current, after, limit]),
    replaceSeals: async (rows: readonly { id: string; before: string; after: string }[]) =>
      (await db.sql.one<{ n: number }>(replaceSeals, [JSON.stringify(rows)])).n,
    sealKeys: async () => (await db.sql.many<{ id: string }>(sealKeys)).map(({ id }) => id),
  };
}
export type EndpointRepository = ReturnType<typeof createEndpointRepository>;
