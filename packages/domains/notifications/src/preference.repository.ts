import { type Database, statement } from '@mallhive/db';
import type { Channel, Kind } from './kinds.ts';

const ofPeople = statement(
  'notifications.preferences-of-people',
  `select user_id as "userId", kind, channel, wanted, changed_at as "changedAt" from notifications.preferences
   where user_id = any($1::uuid[]) order by user_id, kind, channel`,
);
const upsert = `insert into notifications.preferences as p (user_id, kind, channel, wanted, changed_at)
   select $1::uuid, kind, channel, wanted, $3::timestamptz
   from jsonb_to_recordset($2::jsonb) as c(kind text, channel text, wanted boolean)`;
const unlessSame = `on conflict (user_id, kind, channel) do update set wanted = excluded.wanted, changed_at = excluded.changed_at
   where p.wanted is distinct from excluded.wanted`;
const set = statement('notifications.set-preferences', `${upsert} ${unlessSame}`);
/** By a link in a mail that may outlive the person's account: without a message to them on file there is nobody to note it for. */
const setByMail = statement(
  'notifications.set-preferences-by-mail',
  `${upsert} where exists (select from notifications.messages where user_id = $1::uuid) ${unlessSame}`,
);

export interface Choice {
  kind: Kind;
  channel: Channel;
  wanted: boolean;
}
export interface StoredChoice extends Choice {
  userId: string;
  changedAt: Date;
}

export function createPreferenceRepository(db: Database) {
  return {
    /** Only what was chosen; one statement for however many people. */
    ofPeople: (userIds: readonly string[]) => db.sql.many<StoredChoice>(ofPeople, [userIds]),
    /** Of each kind and channel at most one choice. Repeating changes nothing. */
    set: (userId: string, choices: readonly Choice[], now: Date) =>
      db.sql.execute(set, [userId, JSON.stringify(choices), now]),
    setByMail: (userId: string, choices: readonly Choice[], now: Date) =>
      db.sql.execute(setByMail, [userId, JSON.stringify(choices), now]),
  };
}
export type PreferenceRepository = ReturnType<typeof createPreferenceRepository>;
