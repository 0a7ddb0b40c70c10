import { type Database, statement } from '@mallhive/db';
import type { ReaderTimes } from './daytime.ts';

const ofPeople = statement(
  'notifications.times-of-people',
  `select user_id as "userId", time_zone as "timeZone", quiet_from as "quietFrom", quiet_to as "quietTo", chosen
   from notifications.reader_times where user_id = any($1::uuid[])`,
);
const save = statement(
  'notifications.save-times',
  `insert into notifications.reader_times as t (user_id, time_zone, quiet_from, quiet_to, chosen, changed_at)
   values ($1::uuid, $2, $3::int, $4::int, true, $5::timestamptz)
   on conflict (user_id) do update set time_zone = excluded.time_zone, quiet_from = excluded.quiet_from,
     quiet_to = excluded.quiet_to, chosen = true, changed_at = excluded.changed_at`,
);
const learn = statement(
  'notifications.learn-time-zone',
  `insert into notifications.reader_times as t (user_id, time_zone, quiet_from, quiet_to, chosen, changed_at)
   values ($1::uuid, $2, $3::int, $4::int, false, $5::timestamptz)
   on conflict (user_id) do update set time_zone = excluded.time_zone, changed_at = excluded.changed_at
   where not t.chosen and t.time_zone <> excluded.time_zone`,
);
const forget = statement(
  'notifications.forget-times',
  'delete from notifications.reader_times where user_id = $1::uuid',
);

export interface StoredTimes extends ReaderTimes {
  userId: string;
  /** False: learnt from the browser. */
  chosen: boolean;
}

export function createTimesRepository(db: Database) {
  return {
    /** One statement for however many people. */
    ofPeople: (userIds: readonly string[]) => db.sql.many<StoredTimes>(ofPeople, [userIds]),
    save: (userId: string, { timeZone, quietFrom, quietTo }: ReaderTimes, now: Date) =>
      db.sql.execute(save, [userId, timeZone, quietFrom, quietTo, now]),
    /** What somebody chose stays. */
    learn: (userId: string, { timeZone, quietFrom, quietTo }: ReaderTimes, now: Date) =>
      db.sql.execute(learn, [userId, timeZone, quietFrom, quietTo, now]),
    forget: (userId: string) => db.sql.execute(forget, [userId]),
  };
}
export type TimesRepository = ReturnType<typeof createTimesRepository>;
