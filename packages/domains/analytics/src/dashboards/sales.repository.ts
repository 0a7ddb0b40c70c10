import { type Database, statement } from '@mallhive/db';

/** The seller that stands for the whole shop. */
export const wholeShop = '00000000-0000-0000-0000-000000000000';

/** Whose figures of which days. Both ends are within. */
export interface Range {
  sellerId: string;
  currency: string;
  from: string;
  to: string;
}

export interface DayMoney {
  day: string;
  orders: number;
  units: number;
  gross: number;
  discount: number;
  shipping: number;
  tax: number;
  paid: number;
  refunded: number;
}

const sums = `sum(orders)::int as orders, sum(units)::int as units, sum(gross)::bigint as gross, sum(discount)::bigint as discount,
     sum(shipping)::bigint as shipping, sum(tax - refunded_tax)::bigint as tax, sum(total)::bigint as paid, sum(refunded)::bigint as refunded`;

const days = statement(
  'analytics.sale-days',
  `select day, ${sums} from analytics.sale_days
   where seller_id = $1 and currency = $2 and day >= $3::date and day <= $4::date group by day order by day`,
);

/** Days on which something happened. */
export const readDays = (db: Database, { sellerId, currency, from, to }: Range) =>
  db.sql.many<DayMoney>(days, [sellerId, currency, from, to]);

const countries = statement(
  'analytics.sale-countries',
  `select country, coalesce(sum(orders) filter (where day >= $4::date), 0)::int as orders,
     coalesce(sum(total - refunded) filter (where day >= $4::date), 0)::bigint as net,
     coalesce(sum(total - refunded) filter (where day < $4::date), 0)::bigint as "netBefore"
   from analytics.sale_days where seller_id = $1 and currency = $2 and day >= $3::date and day <= $5::date
   group by country order by net desc, country`,
);

export interface CountrySales {
  country: string;
  orders: number;
  net: number;
  netBefore: number;
}

export const readCountries = (db: Database, { sellerId, currency, from, to }: Range, before: string) =>
  db.sql.many<CountrySales>(countries, [sellerId, currency, before, from, to]);

const categories = statement(
  'analytics.sale-categories',
  `select nullif(category_id, '${wholeShop}') as "categoryId", coalesce(sum(units) filter (where day >= $4::date), 0)::int as units,
     coalesce(sum(revenue) filter (where day >= $4::date), 0)::bigint as revenue,
     coalesce(sum(revenue) filter (where day < $4::date), 0)::bigint as "revenueBefore"
   from analytics.sale_category_days where seller_id = $1 and currency = $2 and day >= $3::date and day <= $5::date
   group by category_id order by revenue desc, category_id`,
);

export interface CategorySales {
  categoryId: string | null;
  units: number;
  revenue: number;
  revenueBefore: number;
}

export const readCategories = (db: Database, { sellerId, currency, from, to }: Range, before: string) =>
  db.sql.many<CategorySales>(categories, [sellerId, currency, before, from, to]);

/** Whole months of a range come from the months, its edges from the days. */
const ofProducts = (first: string, last: string, name: string) => `${name} as (
     select product_id, sum(units)::int as units, sum(revenue)::bigint as revenue from (
       select product_id, units, revenue from analytics.sale_product_months
       where seller_id = $1 and currency = $2 and month >= ${first}::date and month + interval '1 month' <= ${last}::date + 1
       union all
       select product_id, units, revenue from analytics.sale_product_days
       where seller_id = $1 and currency = $2 and day >= ${first}::date
         and day < least(${last}::date + 1, (date_trunc('month', ${first}::date - 1) + interval '1 month')::date)
       union all
       select product_id, units, revenue from analytics.sale_product_days
       where seller_id = $1 and currency = $2 and day <= ${last}::date
         and day >= greatest(date_trunc('month', ${last}::date + 1)::date, (date_trunc('month', ${first}::date - 1) + interval '1 month')::date)
     ) x group by product_id
   )`;

const products = statement(
  'analytics.sale-products',
  `with ${ofProducts('$3', '$4', 'now_sold')}, ${ofProducts('$5', '$6', 'was_sold')}, both_sold as (
     select coalesce(n.product_id, w.product_id) as product_id, coalesce(n.units, 0) as units, coalesce(n.revenue, 0) as revenue,
       coalesce(w.units, 0) as "unitsBefore", coalesce(w.revenue, 0) as "revenueBefore"
     from now_sold n full join was_sold w on w.product_id = n.product_id
   ), best as (
     select * from both_sold where units > 0 order by revenue desc, product_id limit $7
   ), fell as (
     select * from both_sold where revenue < "revenueBefore" order by revenue - "revenueBefore", product_id limit $7
   )
   select kind, x.product_id as "productId", p.title, units, revenue, "unitsBefore", "revenueBefore"
   from (select 'top' as kind, * from best union all select 'falling', * from fell) x
   join analytics.sold_products p on p.product_id = x.product_id
   order by kind, case when kind = 'top' then -revenue else revenue - "revenueBefore" end, x.product_id`,
);

export interface ProductSales {
  kind: 'top' | 'falling';
  productId: string;
  title: string;
  units: number;
  revenue: number;
  unitsBefore: number;
  revenueBefore: number;
}

export const readProducts = (
  db: Database,
  { sellerId, currency, from, to }: Range,
  before: { from: string; to: string },
  limit: number,
) => db.sql.many<ProductSales>(products, [sellerId, currency, from, to, before.from, before.to, limit]);

const sellers = statement(
  'analytics.sale-sellers',
  `select seller_id as "sellerId", coalesce(sum(orders) filter (where day >= $3::date), 0)::int as orders,
     coalesce(sum(units) filter (where day >= $3::date), 0)::int as units,
     coalesce(sum(total - refunded) filter (where day >= $3::date), 0)::bigint as net,
     coalesce(sum(total - refunded) filter (where day < $3::date), 0)::bigint as "netBefore",
     coalesce(sum(refunded) filter (where day >= $3::date), 0)::bigint as refunded
   from analytics.sale_days where currency = $1 and day >= $2::date and day <= $4::date and seller_id <> '${wholeShop}'
   group by seller_id order by net desc, seller_id limit $5`,
);

export interface SellerSales {
  sellerId: string;
  orders: number;
  units: number;
  net: number;
  netBefore: number;
  refunded: number;
}

export const readSellers = (
  db: Database,
  { currency, from, to }: Omit<Range, 'sellerId'>,
  before: string,
  limit: number,
) => db.sql.many<SellerSales>(sellers, [currency, before, from, to, limit]);

const cohorts = statement(
  'analytics.cohorts',
  `select cohort, month, shoppers, repeaters, total from analytics.cohort_months
   where seller_id = $1 and currency = $2 and shoppers > 0 and month >= date_trunc('month', $3::date) and month <= $4::date order by cohort, month`,
);

export interface CohortMonth {
  cohort: string;
  month: string;
  shoppers: number;
  repeaters: number;
  total: number;
}

/** Of every month of the range, who bought: by the month of their first order. */
export const readCohorts = (db: Database, { sellerId, currency, from, to }: Range) =>
  db.sql.many<CohortMonth>(cohorts, [sellerId, currency, from, to]);
