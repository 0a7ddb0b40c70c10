import { appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import { newId } from '@mallhive/kernel';
import { messageSent } from './events.ts';
import type { Channel } from './kinds.ts';

export type { Database } from '@mallhive/db';

const columns = `id, channel, template, user_id as "userId", recipient, subject, text, html, link, status, attempts,
  created_at as "createdAt", read_at as "readAt"`;

const insert = statement(
  'notifications.insert',
  `with wanted as (
     select * from jsonb_to_recordset($1::jsonb) as w(id uuid, "dedupeKey" text, channel text, template text, "userId" uuid,
       recipient text, subject text, text text, html text, link text, status text)
   ), made as (
     insert into notifications.messages (id, dedupe_key, channel, template, user_id, recipient, subject, text, html, link, status,
       created_at, due_at, sent_at)
     select id, "dedupeKey", channel, template, "userId", recipient, subject, text, html, link, status, $2::timestamptz, $2::timestamptz,
       case when status = 'sent' then $2::timestamptz end from wanted
     on conflict (dedupe_key) do nothing returning id, status
   )
   select id from made where status = 'queued'
   union all
   select m.id from notifications.messages m join wanted w on w."dedupeKey" = m.dedupe_key
   where m.status = 'queued' and not exists (select from made where made.id = m.id)`,
);
const byId = statement('notifications.message', `select ${columns} from notifications.messages where id = $1::uuid`);
/** Nobody else delivers it while it is claimed. A channel's blocked recipients are known at once. */
const claim = statement(
  'notifications.claim',
  `update notifications.messages m set status = 'sending', claimed_at = $2::timestamptz, claimed_by = $3::jsonb ->> channel
   where id = $1::uuid and (status = 'queued' or status = 'sending' and claimed_by = any($4::text[]))
   returning ${columns}, claimed_by as "claimedBy", exists (
     select from notifications.suppressions s where s.channel = m.channel and s.recipient = lower(m.recipient)
   ) as blocked`,
);
const sent = statement(
  'notifications.sent',
  `with done as (
     update notifications.messages set status = 'sent', attempts = attempts + 1, sent_at = $2::timestamptz
     where id = $1::uuid and status = 'sending' returning attempts
   )
   insert into notifications.deliveries (id, message_id, attempt, provider, outcome, provider_ref, at)
   select $3::uuid, $1::uuid, attempts, $5, 'sent', $4, $2::timestamptz from done`,
);
const notSent = statement(
  'notifications.not-sent',
  `with tried as (
     update notifications.messages set attempts = attempts + 1, status = $5, claimed_at = $2::timestamptz,
       claimed_by = $6, due_at = $7::timestamptz
     where id = $1::uuid and status = 'sending' returning attempts
   )
   insert into notifications.deliveries (id, message_id, attempt, provider, outcome, error, at)
   select $3::uuid, $1::uuid, attempts, $8, 'failed', $4, $2::timestamptz from tried`,
);
const suppress = statement(
  'notifications.suppress',
  `update notifications.messages set status = 'suppressed' where id = $1::uuid and status = 'sending'`,
);
const unsent = statement(
  'notifications.unsent',
  `select id from notifications.messages where status = 'queued' and due_at <= $1::timestamptz order by due_at limit $2::int`,
);
const stuck = statement(
  'notifications.stuck',
  `select ${columns}, claimed_by as "claimedBy" from notifications.messages
   where status = 'sending' and claimed_at <= $1::timestamptz and due_at <= $1::timestamptz order by due_at limit $2::int`,
);
const giveBack = statement(
  'notifications.give-back',
  `update notifications.messages set status = 'queued' where id = any($1::uuid[]) and status = 'sending'`,
);
const inbox = statement(
  'notifications.inbox',
  `select ${columns}, (select count(*)::int from notifications.messages u
     where u.user_id = $1::uuid and u.channel = 'inbox' and u.read_at is null) as unread
   from notifications.messages
   where user_id = $1::uuid and channel = 'inbox' and ($2::timestamptz is null or (created_at, id) < ($2::timestamptz, $3::uuid))
   order by created_at desc, id desc limit $4::int`,
);
/** Stops at a hundred: nobody reads a bigger number, and the index is read no further. */
const unread = statement(
  'notifications.unread',
  `select count(*)::int as unread from (select from notifications.messages
     where user_id = $1::uuid and channel = 'inbox' and read_at is null limit 100) as few`,
);
const markRead = statement(
  'notifications.mark-read',
  `with marked as (
     update notifications.messages set read_at = $3::timestamptz
     where user_id = $1::uuid and channel = 'inbox' and id = any($2::uuid[]) and read_at is null returning id
   )
   select (select count(*)::int from notifications.messages where user_id = $1::uuid and channel = 'inbox' and read_at is null)
     - (select count(*)::int from marked) as unread`,
);

export interface MessageRow {
  id: string;
  channel: Channel;
  template: string;
  userId: string | null;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  link: string | null;
  status: 'queued' | 'sending' | 'sent' | 'failed' | 'suppressed';
  attempts: number;
  createdAt: Date;
  readAt: Date | null;
}
export interface NewMessage extends Omit<MessageRow, 'attempts' | 'createdAt' | 'readAt'> {
  dedupeKey: string;
}

export interface FailedTry {
  provider: string;
  error: string;
  /** Who is asked now; null when nobody is. */
  next: string | null;
  status: 'sending' | 'queued' | 'failed';
  dueAt: Date;
}

export function createMessageRepository(db: Database) {
  return {
    /** Stores those whose key is new. Answers the ids that still have to be handed to a channel, new or left from before. */
    async insert(messages: readonly NewMessage[], now: Date): Promise<string[]> {
      return (await db.sql.many<{ id: string }>(insert, [JSON.stringify(messages), now])).map((row) => row.id);
    },
    byId: (id: string) => db.sql.maybe<MessageRow>(byId, [id]),
    /** Null when it is not queued, so that of two who deliver the same message only one does. */
    claim: (id: string, firstOf: Readonly<Record<string, string | null>>, idempotent: readonly string[], now: Date) =>
      db.sql.maybe<MessageRow & { blocked: boolean; claimedBy: string | null }>(claim, [
        id,
        now,
        JSON.stringify(firstOf),
        idempotent,
      ]),
    /** Once per message; a second report changes nothing. */
    sent: (message: MessageRow, provider: string, providerRef: string, now: Date): Promise<void> =>
      withSqlTransaction(db, async (tx) => {
        if ((await tx.sql.execute(sent, [message.id, now, newId(), providerRef, provider])) === 0) return;
        const { id: messageId, channel, template } = message;
        await appendEvents(tx, 'notifications', [messageSent.create({ messageId, channel, template }, now)]);
      }),
    /** Logs the try; the message is then with the provider `next`, or else queued until `dueAt`, or failed. */
    notSent: (id: string, { provider, error, next, status, dueAt }: FailedTry, now: Date) =>
      db.sql.execute(notSent, [id, now, newId(), error, status, next, dueAt, provider]),
    /** The person does not want it any more, or is not to be written to. */
    suppress: (id: string) => db.sql.execute(suppress, [id]),
    async unsent(before: Date, limit: number): Promise<string[]> {
      return (await db.sql.many<{ id: string }>(unsent, [before, limit])).map((row) => row.id);
    },
    /** Claimed so long ago that whoever did is gone. */
    stuck: (before: Date, limit: number) =>
      db.sql.many<MessageRow & { claimedBy: string | null }>(stuck, [before, limit]),
    giveBack: (ids: readonly string[]) => db.sql.execute(giveBack, [ids]),
    inbox: (userId: string, after: { at: string; id: string } | null, limit: number) =>
      db.sql.many<MessageRow & { unread: number }>(inbox, [userId, after?.at ?? null, after?.id ?? null, limit]),
    unread: async (userId: string) => (await db.sql.one<{ unread: number }>(unread, [userId])).unread,
    markRead: async (userId: string, ids: readonly string[], now: Date) =>
      (await db.sql.one<{ unread: number }>(markRead, [userId, ids, now])).unread,
  };
}
export type MessageRepository = ReturnType<typeof createMessageRepository>;
