import { type Database, type SqlTransaction, statement, withSqlTransaction } from '@mallhive/db';

const nil = '00000000-0000-0000-0000-000000000000';

/** One roll-up at a time: two would only wait for each other's rows. */
const alone = statement('analytics.roll-up-sales-alone', 'select pg_try_advisory_xact_lock(726302) as mine');

/** Lines: what was sold of which product and category. Marked and counted in one statement, so never twice. */
const countLines = statement(
  'analytics.count-sale-lines',
  `with due as materialized (
     select order_line_id from analytics.sale_facts where not counted limit $1
   ), lines as (
     update analytics.sale_facts f set counted = true from due where f.order_line_id = due.order_line_id
     returning f.seller_id, f.product_id, f.category_id, f.currency, f.title, f.units, f.revenue - f.discount as revenue, f.sold_at,
       (f.sold_at at time zone 'UTC')::date as day
   ), products as (
     insert into analytics.sale_product_days (seller_id, currency, day, product_id, units, revenue)
     select coalesce(seller_id, '${nil}'), currency, day, product_id, sum(units), sum(revenue) from lines
     group by grouping sets ((seller_id, currency, day, product_id), (currency, day, product_id))
     on conflict (seller_id, currency, day, product_id) do update set units = sale_product_days.units + excluded.units,
       revenue = sale_product_days.revenue + excluded.revenue
   ), months as (
     insert into analytics.sale_product_months (seller_id, currency, month, product_id, units, revenue)
     select coalesce(seller_id, '${nil}'), currency, date_trunc('month', day)::date, product_id, sum(units), sum(revenue) from lines
     group by grouping sets ((seller_id, currency, date_trunc('month', day), product_id), (currency, date_trunc('month', day), product_id))
     on conflict (seller_id, currency, month, product_id) do update set units = sale_product_months.units + excluded.units,
       revenue = sale_product_months.revenue + excluded.revenue
   ), categories as (
     insert into analytics.sale_category_days (seller_id, currency, day, category_id, units, revenue)
     select coalesce(seller_id, '${nil}'), currency, day, category, sum(units), sum(revenue)
     from (select *, coalesce(category_id, '${nil}') as category from lines) l
     group by grouping sets ((seller_id, currency, day, category), (currency, day, category))
     on conflict (seller_id, currency, day, category_id) do update set units = sale_category_days.units + excluded.units,
       revenue = sale_category_days.revenue + excluded.revenue
   ), names as (
     insert into analytics.sold_products (product_id, title, sold_at)
     select distinct on (product_id) product_id, title, sold_at from lines order by product_id, sold_at desc
     on conflict (product_id) do update set title = excluded.title, sold_at = excluded.sold_at where sold_products.sold_at <= excluded.sold_at
   )
   select count(*)::int as counted from lines`,
);

const takeParts = `due as materialized (
     select order_id, seller_id from analytics.sale_parts where not counted limit $1
   ), parts as (
     update analytics.sale_parts p set counted = true from due where p.order_id = due.order_id and p.seller_id = due.seller_id
     returning p.*, (p.sold_at at time zone 'UTC')::date as day
   )`;

/** Parts: orders and money by day, country and hour. Answers what each shopper bought in which month. */
const countParts = statement(
  'analytics.count-sale-parts',
  `with ${takeParts}, days as (
     insert into analytics.sale_days (seller_id, currency, day, country, orders, units, gross, discount, shipping, tax, total, refunded, refunded_tax)
     select coalesce(seller_id, '${nil}'), currency, day, country,
       case when seller_id is null then count(*) filter (where head) else count(*) end, sum(units), sum(gross), sum(discount), sum(shipping), sum(tax), sum(total), 0, 0
     from parts group by grouping sets ((seller_id, currency, day, country), (currency, day, country))
     on conflict (seller_id, currency, day, country) do update set orders = sale_days.orders + excluded.orders, units = sale_days.units + excluded.units,
       gross = sale_days.gross + excluded.gross, discount = sale_days.discount + excluded.discount, shipping = sale_days.shipping + excluded.shipping,
       tax = sale_days.tax + excluded.tax, total = sale_days.total + excluded.total
   ), hours as (
     insert into analytics.sale_hours (seller_id, currency, hour, orders, units, total)
     select coalesce(seller_id, '${nil}'), currency, hour, case when seller_id is null then count(*) filter (where head) else count(*) end, sum(units), sum(total)
     from (select *, date_trunc('hour', sold_at) as hour from parts) p
     group by grouping sets ((seller_id, currency, hour), (currency, hour))
     on conflict (seller_id, currency, hour) do update set orders = sale_hours.orders + excluded.orders, units = sale_hours.units + excluded.units,
       total = sale_hours.total + excluded.total
   ), bought as (
     select coalesce(seller_id, '${nil}') as seller_id, currency, shopper, date_trunc('month', day)::date as month,
       case when seller_id is null then count(*) filter (where head) else count(*) end as orders, sum(total) as total
     from parts where shopper is not null
     group by grouping sets ((seller_id, currency, shopper, date_trunc('month', day)), (currency, shopper, date_trunc('month', day)))
   )
   select (select count(*)::int from parts) as counted, coalesce((select json_agg(b) from bought b), '[]') as bought`,
);

/** Money that went back counts on the day it went; only of sales that were counted, so it waits for those. */
const countRefunds = statement(
  'analytics.count-sale-refunds',
  `with due as materialized (
     select r.reference, r.seller_id, p.country, p.shopper from analytics.sale_refunds r
     join analytics.sale_parts p on p.order_id = r.order_id and p.seller_id = r.seller_id and p.counted where not r.counted limit $1
   ), refunds as (
     update analytics.sale_refunds r set counted = true from due where r.reference = due.reference and r.seller_id = due.seller_id
     returning r.*, due.country, due.shopper, (r.at at time zone 'UTC')::date as day
   ), days as (
     insert into analytics.sale_days (seller_id, currency, day, country, orders, units, gross, discount, shipping, tax, total, refunded, refunded_tax)
     select coalesce(seller_id, '${nil}'), currency, day, country, 0, 0, 0, 0, 0, 0, 0, sum(amount), sum(tax) from refunds
     group by grouping sets ((seller_id, currency, day, country), (currency, day, country))
     on conflict (seller_id, currency, day, country) do update set refunded = sale_days.refunded + excluded.refunded,
       refunded_tax = sale_days.refunded_tax + excluded.refunded_tax
   )
   select count(*)::int as counted from refunds`,
);

/** Their share of the cohorts: taken off before their months change, and put on again after. */
const shareOfCohorts = (sign: '+' | '-') => `with touched as (
     select distinct "seller_id", currency, shopper from json_to_recordset($1::json) as x (seller_id uuid, currency text, shopper uuid)
   ), months as (
     select m.*, min(m.month) over w as cohort, sum(m.orders) over w as orders_ever from analytics.shopper_months m
     join touched t on t.seller_id = m.seller_id and t.currency = m.currency and t.shopper = m.shopper
     window w as (partition by m.seller_id, m.currency, m.shopper)
   )
   insert into analytics.cohort_months as c (seller_id, currency, cohort, month, shoppers, repeaters, total)
   select seller_id, currency, cohort, month, ${sign} count(*), ${sign} count(*) filter (where month = cohort and orders_ever > 1), ${sign} sum(total)
   from months group by seller_id, currency, cohort, month
   on conflict (seller_id, currency, cohort, month) do update set shoppers = c.shoppers + excluded.shoppers,
     repeaters = c.repeaters + excluded.repeaters, total = c.total + excluded.total`;
const takeOff = statement('analytics.cohorts-take-off', shareOfCohorts('-'));
const putOn = statement('analytics.cohorts-put-on', shareOfCohorts('+'));
const addMonths = statement(
  'analytics.add-shopper-months',
  `insert into analytics.shopper_months as m (seller_id, currency, shopper, month, orders, total)
   select seller_id, currency, shopper, month, orders, total
   from json_to_recordset($1::json) as x (seller_id uuid, currency text, shopper uuid, month date, orders int, total bigint)
   on conflict (seller_id, currency, shopper, month) do update set orders = m.orders + excluded.orders, total = m.total + excluded.total`,
);

async function countShoppers(tx: SqlTransaction, bought: readonly unknown[]): Promise<void> {
  if (bought.length === 0) return;
  const json = JSON.stringify(bought);
  await tx.sql.execute(takeOff, [json]);
  await tx.sql.execute(addMonths, [json]);
  await tx.sql.execute(putOn, [json]);
}

/** Counts up to `limit` lines, parts and refunds that were not counted. Answers how many; zero: nothing is left, or another is at it. */
export function countSales(db: Database, limit: number): Promise<number> {
  return withSqlTransaction(db, async (tx) => {
    if (!(await tx.sql.one<{ mine: boolean }>(alone)).mine) return 0;
    const lines = await tx.sql.one<{ counted: number }>(countLines, [limit]);
    const parts = await tx.sql.one<{ counted: number; bought: unknown[] }>(countParts, [limit]);
    await countShoppers(tx, parts.bought);
    const refunds = await tx.sql.one<{ counted: number }>(countRefunds, [limit]);
    return lines.counted + parts.counted + refunds.counted;
  });
}
