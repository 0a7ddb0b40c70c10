import { type Database, statement } from '@mallhive/db';
import type { z } from 'zod';
import type { sellerTodayOutput } from './contract.ts';

type Output = z.infer<typeof sellerTodayOutput>;
export type SellerFigures = Omit<Output, 'currency'>;

/**
 * One statement. Days begin at midnight of the seller's time zone, also where a day has 23 or 25 hours;
 * the hour that occurs twice is one row with both.
 */
const today = statement(
  'analytics.seller-today',
  `with clock as (
     select ($4::timestamptz at time zone $3)::date as today
   ), bounds as (
     select today, (today - 29)::timestamp at time zone $3 as first, (today + 1)::timestamp at time zone $3 as last,
       (today - 1)::timestamp at time zone $3 as yesterday from clock
   ), sales as materialized (
     select f.order_id, f.product_id, f.title, f.units, f.revenue - f.discount as revenue, f.sold_at,
       (f.sold_at at time zone $3)::date as day, extract(hour from f.sold_at at time zone $3)::int as hour
     from analytics.sale_facts f, bounds b
     where f.seller_id = $1 and f.currency = $2 and f.sold_at >= b.first and f.sold_at < b.last
   ), views as (
     select (e.at at time zone $3)::date as day, count(*)::int as views
     from analytics.behaviour_events e, bounds b
     where e.seller_id = $1 and e.type = 'product_view' and e.at >= b.yesterday and e.at < b.last group by 1
   ), days as (
     select day, sum(revenue)::int as revenue, count(distinct order_id)::int as orders, sum(units)::int as units from sales group by day
   ), figures as (
     select c.today - n as day, json_build_object('revenue', coalesce(d.revenue, 0), 'orders', coalesce(d.orders, 0), 'units', coalesce(d.units, 0),
       'productViews', coalesce(v.views, 0)) as figures
     from clock c cross join generate_series(0, 1) n left join days d on d.day = c.today - n left join views v on v.day = c.today - n
   )
   select
     (select figures from figures, clock where day = clock.today) as today,
     (select figures from figures, clock where day = clock.today - 1) as yesterday,
     (select json_agg(json_build_object('hour', h, 'today', coalesce(s.today, 0), 'yesterday', coalesce(s.yesterday, 0)) order by h)
      from generate_series(0, 23) h left join (
        select hour, sum(revenue) filter (where day = c.today) as today, sum(revenue) filter (where day = c.today - 1) as yesterday
        from sales, clock c where day >= c.today - 1 group by hour) s on s.hour = h) as hourly,
     (select json_agg(json_build_object('date', c.today - n, 'revenue', coalesce(d.revenue, 0), 'orders', coalesce(d.orders, 0)) order by n desc)
      from clock c cross join generate_series(0, 29) n left join days d on d.day = c.today - n) as daily,
     (select coalesce(json_agg(json_build_object('productId', product_id, 'title', title, 'units', units, 'revenue', revenue)), '[]') from (
        select product_id, (array_agg(title order by sold_at desc))[1] as title, sum(units)::int as units, sum(revenue)::int as revenue
        from sales group by product_id order by sum(revenue) desc, product_id limit 5) p) as "topProducts"`,
);

export function readSellerFigures(
  db: Database,
  sellerId: string,
  currency: string,
  timeZone: string,
  now: Date,
): Promise<SellerFigures> {
  return db.sql.one<SellerFigures>(today, [sellerId, currency, timeZone, now]);
}
