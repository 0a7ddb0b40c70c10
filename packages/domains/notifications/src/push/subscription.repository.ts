import { type Database, statement } from '@mallhive/db';
import { newId } from '@mallhive/kernel';
import type { PushTarget } from '../ports.ts';

/** A browser belongs to who used it last. */
const add = statement(
  'notifications.add-push-subscription',
  `insert into notifications.push_subscriptions (id, user_id, endpoint, p256dh, auth, locale, since)
   values ($1::uuid, $2::uuid, $3, $4, $5, $6, $7::timestamptz)
   on conflict (endpoint) do update set user_id = excluded.user_id, p256dh = excluded.p256dh, auth = excluded.auth,
     locale = excluded.locale`,
);
const remove = statement(
  'notifications.remove-push-subscription',
  'delete from notifications.push_subscriptions where user_id = $1::uuid and endpoint = $2',
);
const removeGone = statement(
  'notifications.remove-gone-push-subscription',
  'delete from notifications.push_subscriptions where endpoint = $1',
);
const byEndpoint = statement(
  'notifications.push-subscription',
  'select endpoint, p256dh, auth from notifications.push_subscriptions where endpoint = $1',
);
const ofPeople = statement(
  'notifications.push-subscriptions-of-people',
  `select id, user_id as "userId", endpoint from notifications.push_subscriptions where user_id = any($1::uuid[])
   order by since desc limit 1000`,
);
const forget = statement(
  'notifications.forget-push-subscriptions',
  'delete from notifications.push_subscriptions where user_id = $1::uuid',
);

export function createSubscriptionRepository(db: Database) {
  return {
    add: (userId: string, { endpoint, p256dh, auth }: PushTarget, locale: string, now: Date) =>
      db.sql.execute(add, [newId(), userId, endpoint, p256dh, auth, locale, now]),
    remove: (userId: string, endpoint: string) => db.sql.execute(remove, [userId, endpoint]),
    /** The browser's own service says that there is no such browser. */
    removeGone: (endpoint: string) => db.sql.execute(removeGone, [endpoint]),
    byEndpoint: (endpoint: string) => db.sql.maybe<PushTarget>(byEndpoint, [endpoint]),
    ofPeople: (userIds: readonly string[]) =>
      db.sql.many<{ id: string; userId: string; endpoint: string }>(ofPeople, [userIds]),
    forget: (userId: string) => db.sql.execute(forget, [userId]),
  };
}
export type SubscriptionRepository = ReturnType<typeof createSubscriptionRepository>;
