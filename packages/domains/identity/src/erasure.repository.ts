import { appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { DomainEvent } from '@mallhive/kernel';

const find = statement(
  'identity.erasure',
  `select requested_at as "requestedAt", due_at as "dueAt", begun_at as "begunAt", completed_at as "completedAt"
   from identity.erasures where user_id = $1`,
);
const insert = statement(
  'identity.insert-erasure',
  `insert into identity.erasures (user_id, requested_at, due_at) values ($1, $2, $3) on conflict do nothing returning user_id`,
);
const cancel = statement(
  'identity.cancel-erasure',
  `delete from identity.erasures where user_id = $1 and begun_at is null returning requested_at as "requestedAt"`,
);
const lockUser = statement('identity.lock-user-to-erase', 'select id from identity.users where id = $1 for update');
const begin = statement(
  'identity.begin-erasure',
  `update identity.erasures set begun_at = coalesce(begun_at, $3)
   where user_id = $1 and requested_at = $2 and due_at <= $3 and completed_at is null returning begun_at`,
);
const close = statement(
  'identity.close-account',
  'update identity.users set disabled_at = coalesce(disabled_at, $2), password_hash = null where id = $1',
);
const endSessions = statement(
  'identity.end-all-sessions',
  'update identity.sessions set revoked_at = $2 where user_id = $1 and revoked_at is null',
);
/** Organisations that nobody could act for if this person went. */
const soleOwnerOf = statement(
  'identity.sole-owner-of',
  `select s.name from identity.memberships m join identity.sellers s on s.id = m.seller_id
   where m.user_id = $1 and m.role = 'owner' and s.status <> 'rejected' and not exists (
     select from identity.memberships o where o.seller_id = m.seller_id and o.role = 'owner' and o.user_id <> $1)
   order by s.name`,
);
const removeInvitations = statement(
  'identity.forget-invitations',
  `delete from identity.invitations i using identity.users u where u.id = $1 and i.email_index = u.email_index`,
);
/** With the row go its data key, addresses, sessions, second factor, links, exports and memberships. */
const removeUser = statement('identity.remove-user', 'delete from identity.users where id = $1');
const complete = statement(
  'identity.complete-erasure',
  'update identity.erasures set completed_at = $2 where user_id = $1 and begun_at is not null and completed_at is null',
);
const due = statement(
  'identity.due-erasures',
  `select user_id as "userId", requested_at as "requestedAt", due_at as "dueAt" from identity.erasures
   where completed_at is null and due_at <= $1 order by due_at limit $2`,
);

export interface ErasureRow {
  requestedAt: Date;
  dueAt: Date;
  begunAt: Date | null;
  completedAt: Date | null;
}

export type ErasureRepository = ReturnType<typeof createErasureRepository>;

export function createErasureRepository(db: Database) {
  const soleOwner = async (sql: Database['sql'], userId: string) =>
    (await sql.many<{ name: string }>(soleOwnerOf, [userId])).map(({ name }) => name);
  return {
    find: (userId: string) => db.sql.maybe<ErasureRow>(find, [userId]),
    soleOwnerOf: (userId: string): Promise<string[]> => soleOwner(db.sql, userId),

    /** One per person: a request that is there already stays as it is. */
    request: (userId: string, requestedAt: Date, dueAt: Date, event: DomainEvent): Promise<void> =>
      withSqlTransaction(db, async (tx) => {
        if (await tx.sql.maybe(insert, [userId, requestedAt, dueAt])) await appendEvents(tx, 'identity', [event]);
      }),
    /** False when it is too late, or none was planned. */
    cancel: (userId: string, event: (requestedAt: Date) => DomainEvent): Promise<boolean> =>
      withSqlTransaction(db, async (tx) => {
        const row = await tx.sql.maybe<{ requestedAt: Date }>(cancel, [userId]);
        if (row) await appendEvents(tx, 'identity', [event(row.requestedAt)]);
        return row !== null;
      }),

    /**
     * No way back: the account is closed and every session ends. `stopped` when this request does not count any more,
     * `owner` when an organisation would be left without one. Repeating it is harmless.
     */
    begin: (userId: string, requestedAt: Date, now: Date): Promise<'begun' | 'stopped' | 'owner'> =>
      withSqlTransaction(db, async (tx) => {
        await tx.sql.maybe(lockUser, [userId]);
        if ((await soleOwner(tx.sql, userId)).length > 0) return 'owner';
        if (!(await tx.sql.maybe(begin, [userId, requestedAt, now]))) return 'stopped';
        await tx.sql.execute(close, [userId, now]);
        await tx.sql.execute(endSessions, [userId, now]);
        return 'begun';
      }),

    /** The last of it. Repeating it is harmless. */
    complete: (userId: string, now: Date, event: DomainEvent): Promise<void> =>
      withSqlTransaction(db, async (tx) => {
        if ((await tx.sql.execute(complete, [userId, now])) === 0) return;
        await tx.sql.execute(removeInvitations, [userId]);
        await tx.sql.execute(removeUser, [userId]);
        await appendEvents(tx, 'identity', [event]);
      }),

    /** Whose time has come, for the job that makes up for lost timers. */
    due: (now: Date, limit: number) =>
      db.sql.many<{ userId: string; requestedAt: Date; dueAt: Date }>(due, [now, limit]),
  };
}
