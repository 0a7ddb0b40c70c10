import { type Database, statement } from '@mallhive/db';
import type { Topic } from './topics.ts';

/** Of each person and topic: until when it is too early for another message, and when the next one is planned. */
const planned = statement(
  'notifications.planned-notices',
  `select user_id as "userId", topic, max(told_at) as "toldAt", min(due_at) filter (where batch_id is null) as "dueAt"
   from notifications.held_notices where user_id = any($1::uuid[]) and (told_at is null or told_at > $2::timestamptz)
   group by user_id, topic`,
);
const hold = statement(
  'notifications.hold',
  `insert into notifications.held_notices (id, dedupe_key, user_id, topic, data, created_at, due_at)
   select id, key, "userId", topic, data, $2::timestamptz, "dueAt"
   from jsonb_to_recordset($1::jsonb) as n(id uuid, key text, "userId" uuid, topic text, data jsonb, "dueAt" timestamptz)
   on conflict (dedupe_key) do nothing`,
);
const claim = statement(
  'notifications.claim-due',
  `with due as (
     select user_id, topic, gen_random_uuid() as batch_id from (
       select user_id, topic from notifications.held_notices
       where batch_id is null and due_at <= $1::timestamptz group by user_id, topic order by min(due_at) limit $2::int
     ) oldest
   )
   update notifications.held_notices n set batch_id = due.batch_id from due
   where n.user_id = due.user_id and n.topic = due.topic and n.batch_id is null`,
);
const claimed = statement(
  'notifications.claimed-notices',
  `select batch_id as "batchId", user_id as "userId", topic, json_agg(data order by created_at, id) as items
   from notifications.held_notices where batch_id is not null and told_at is null
   group by batch_id, user_id, topic order by min(due_at), batch_id limit $1::int`,
);
/** The key stays, so that the same is not told again; what it said goes. */
const told = statement(
  'notifications.told',
  `update notifications.held_notices set told_at = $2::timestamptz, data = '{}'
   where batch_id = any($1::uuid[]) and told_at is null`,
);
const forget = statement(
  'notifications.forget-notices',
  'delete from notifications.held_notices where user_id = $1::uuid',
);
const tidy = statement('notifications.tidy-notices', 'delete from notifications.held_notices where told_at < $1');

export interface NewNotice {
  id: string;
  key: string;
  userId: string;
  topic: Topic;
  data: unknown;
  dueAt: Date;
}

/** What one message is to be made of. */
export interface NoticeBatch {
  batchId: string;
  userId: string;
  topic: Topic;
  /** The data of its notices, the oldest first. */
  items: unknown[];
}

export function createNoticeRepository(db: Database) {
  return {
    planned: (userIds: readonly string[], since: Date) =>
      db.sql.many<{ userId: string; topic: Topic; toldAt: Date | null; dueAt: Date | null }>(planned, [userIds, since]),
    /** Those whose key is new. Answers how many. */
    hold: (notices: readonly NewNotice[], now: Date) => db.sql.execute(hold, [JSON.stringify(notices), now]),
    /** What is due, with everything of the same person and topic that waits; what was claimed before and not told comes again. */
    async takeDue(now: Date, limit: number): Promise<NoticeBatch[]> {
      await db.sql.execute(claim, [now, limit]);
      return db.sql.many<NoticeBatch>(claimed, [limit]);
    },
    told: (batchIds: readonly string[], now: Date) => db.sql.execute(told, [batchIds, now]),
    forget: (userId: string) => db.sql.execute(forget, [userId]),
    /** Those told before. Answers how many. */
    tidy: (before: Date) => db.sql.execute(tidy, [before]),
  };
}
export type NoticeRepository = ReturnType<typeof createNoticeRepository>;
