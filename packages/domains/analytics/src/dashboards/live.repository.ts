import { type Database, statement } from '@mallhive/db';

const hours = statement(
  'analytics.sale-hours',
  `select (hour at time zone $3)::date as day, extract(hour from hour at time zone $3)::int as hour,
     sum(orders)::int as orders, sum(units)::int as units, sum(total)::bigint as total
   from analytics.sale_hours
   where seller_id = $1 and currency = $2 and hour > $4::timestamptz - interval '9 days' and hour <= $4
     and (hour at time zone $3)::date in (($4::timestamptz at time zone $3)::date, ($4::timestamptz at time zone $3)::date - 1, ($4::timestamptz at time zone $3)::date - 7)
   group by 1, 2`,
);

export interface HourSales {
  day: string;
  hour: number;
  orders: number;
  units: number;
  total: number;
}

/** The hours of today, yesterday and the day a week ago in a time zone. */
export const readHours = (db: Database, sellerId: string, currency: string, timeZone: string, now: Date) =>
  db.sql.many<HourSales>(hours, [sellerId, currency, timeZone, now]);

const top = statement(
  'analytics.sale-top-today',
  `select d.product_id as "productId", p.title, d.units, d.revenue from analytics.sale_product_days d
   join analytics.sold_products p on p.product_id = d.product_id
   where d.seller_id = $1 and d.currency = $2 and d.day = $3::date order by d.revenue desc, d.product_id limit 5`,
);

export const readTop = (db: Database, sellerId: string, currency: string, day: string) =>
  db.sql.many<{ productId: string; title: string; units: number; revenue: number }>(top, [sellerId, currency, day]);
