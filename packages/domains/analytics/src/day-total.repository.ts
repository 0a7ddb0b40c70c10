import { appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import { dayRolledUp } from './events.ts';

const rollUp = statement(
  'analytics.roll-up-day',
  `with bounds as (select $1::date::timestamp at time zone 'UTC' as first, ($1::date + 1)::timestamp at time zone 'UTC' as last),
   seen as (
     select count(distinct visitor_id)::int as visitors, count(*) filter (where type = 'product_view')::int as views
     from analytics.behaviour_events e, bounds b where e.at >= b.first and e.at < b.last
   ), sold as (
     select f.currency, count(distinct order_id)::int as orders, sum(units)::int as units, sum(revenue)::bigint as revenue
     from analytics.sale_facts f, bounds b where f.sold_at >= b.first and f.sold_at < b.last group by f.currency
   )
   insert into analytics.day_totals (day, currency, orders, units, revenue, visitors, views, updated_at)
   select $1::date, c.currency, coalesce(s.orders, 0), coalesce(s.units, 0), coalesce(s.revenue, 0), seen.visitors, seen.views, $3
   from seen cross join (select $2::text as currency union select currency from sold) c left join sold s on s.currency = c.currency
   on conflict (day, currency) do update set orders = excluded.orders, units = excluded.units, revenue = excluded.revenue,
     visitors = excluded.visitors, views = excluded.views, updated_at = excluded.updated_at`,
);

/** Absolute figures: done again they are the same. */
export function saveDayTotal(db: Database, day: string, currency: string, at: Date): Promise<void> {
  return withSqlTransaction(db, async (tx) => {
    await tx.sql.execute(rollUp, [day, currency, at]);
    await appendEvents(tx, 'analytics', [dayRolledUp.create({ date: day }, at)]);
  });
}
