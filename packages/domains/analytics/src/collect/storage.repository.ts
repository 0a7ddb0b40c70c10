import { type Database, statement } from '@mallhive/db';

const missing = statement(
  'analytics.behaviour-days-missing',
  `select to_char(d, 'YYYY-MM-DD') as day from generate_series($1::date - 8, $1::date + 3, interval '1 day') d
   where to_regclass('analytics.behaviour_events_' || to_char(d, 'YYYYMMDD')) is null order by d`,
);
const make = statement('analytics.make-behaviour-day', 'select analytics.make_behaviour_day($1::date) as made');

/** Days that may still come in, and three to come. Each in a transaction of its own, so that little is locked. */
export async function makeDays(db: Database, today: string): Promise<number> {
  const days = await db.sql.many<{ day: string }>(missing, [today]);
  for (const { day } of days) await db.sql.one(make, [day]);
  return days.length;
}

const dropDays = statement(
  'analytics.drop-behaviour-days',
  'select analytics.drop_behaviour_before($1::date) as dropped',
);
const dropRest = statement(
  'analytics.drop-behaviour-rest',
  `delete from analytics.behaviour_events_rest where at < $1::date::timestamp at time zone 'UTC'`,
);
const dropVisits = statement('analytics.drop-visits', 'delete from analytics.visits where day < $1::date');
const dropVisitOrders = statement(
  'analytics.drop-visit-orders',
  `delete from analytics.visit_orders where at < $1::date::timestamp at time zone 'UTC'`,
);

/** What happened before `day` goes; the counts of it stay. Answers how many days of events went. */
export async function dropBefore(db: Database, day: string): Promise<number> {
  const { dropped } = await db.sql.one<{ dropped: number }>(dropDays, [day]);
  await db.sql.execute(dropRest, [day]);
  await db.sql.execute(dropVisits, [day]);
  await db.sql.execute(dropVisitOrders, [day]);
  return dropped;
}
