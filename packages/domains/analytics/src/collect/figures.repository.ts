import { type Database, statement } from '@mallhive/db';
import type { z } from 'zod';
import type { funnelOutput, productsOutput, railsOutput, searchTermsOutput } from './figures.contract.ts';
import { wholeShop } from './roll-up.repository.ts';

const sums = `coalesce(sum(visits), 0)::int as visits, coalesce(sum(viewed), 0)::int as viewed, coalesce(sum(carted), 0)::int as carted,
  coalesce(sum(checked_out), 0)::int as "checkedOut", coalesce(sum(ordered), 0)::int as ordered`;
const keys = { day: 'day::text', device: 'device', source: 'source' } as const;
const order = { day: '1', device: 'visits desc, 1', source: 'visits desc, 1' } as const;
const total = statement(
  'analytics.funnel-total',
  `select ${sums} from analytics.funnel_days where seller_id = $1 and day between $2 and $3`,
);
const funnelBy = (by: keyof typeof keys) =>
  statement(
    `analytics.funnel-by-${by}`,
    `select ${keys[by]} as key, ${sums} from analytics.funnel_days
     where seller_id = $1 and day between $2 and $3 group by 1 order by ${order[by]}`,
  );
const funnels = { day: funnelBy('day'), device: funnelBy('device'), source: funnelBy('source') };

type Steps = z.infer<typeof funnelOutput>['total'];
export interface Days {
  from: string;
  to: string;
}

/** `sellerId` null: the whole shop. */
export function readFunnelTotal(db: Database, sellerId: string | null, { from, to }: Days): Promise<Steps> {
  return db.sql.one<Steps>(total, [sellerId ?? wholeShop, from, to]);
}

export function readFunnelRows(
  db: Database,
  sellerId: string | null,
  { from, to }: Days,
  by: keyof typeof keys,
): Promise<(Steps & { key: string })[]> {
  return db.sql.many(funnels[by], [sellerId ?? wholeShop, from, to]);
}

const products = statement(
  'analytics.product-performance',
  `with seen as (
     select product_id, (array_agg(seller_id order by day desc))[1] as seller_id, sum(views)::int as views, sum(adds)::int as adds,
       sum(removes)::int as removes, sum(sold_out_views)::int as sold_out_views
     from analytics.product_days where day between $2 and $3 and ($1::uuid is null or seller_id = $1) group by product_id
   ), sold as (
     select product_id, (array_agg(seller_id))[1] as seller_id, (array_agg(title order by sold_at desc))[1] as title,
       count(distinct order_id)::int as orders, sum(units)::int as units, sum(revenue)::bigint as revenue
     from analytics.sale_facts
     where sold_at >= $2::date::timestamp at time zone 'UTC' and sold_at < ($3::date + 1)::timestamp at time zone 'UTC'
       and currency = $4 and ($1::uuid is null or seller_id = $1) group by product_id
   ), both_sides as (
     select product_id, coalesce(s.seller_id, f.seller_id) as seller_id, f.title, coalesce(s.views, 0) as views, coalesce(s.adds, 0) as adds,
       coalesce(s.removes, 0) as removes, coalesce(s.sold_out_views, 0) as sold_out_views, coalesce(f.orders, 0) as orders,
       coalesce(f.units, 0) as units, coalesce(f.revenue, 0) as revenue
     from seen s full join sold f using (product_id)
   ), usual as (
     select least(1, coalesce(sum(orders)::float8 / nullif(sum(views), 0), 0)) as conversion from both_sides where views > 0
   ), judged as (
     select b.*, least(1, coalesce(b.orders::float8 / nullif(b.views, 0), 0)) as conversion,
       case when b.sold_out_views = 0 then 0 when b.units = 0 then null
         else round(b.sold_out_views * (b.revenue::float8 / b.units)
           * case when b.views >= 50 then least(1, b.orders::float8 / b.views) else u.conversion end)::bigint end as lost
     from both_sides b cross join usual u
   )
   select product_id as "productId", seller_id as "sellerId", title, views, adds, removes, sold_out_views as "soldOutViews", orders, units, revenue,
     conversion, lost
   from judged
   order by case $5::text when 'revenue' then revenue when 'lost' then coalesce(lost, -1) when 'soldOutViews' then sold_out_views else views end desc,
     revenue desc, product_id limit $6`,
);

type Product = z.infer<typeof productsOutput>['products'][number];

export function readProducts(
  db: Database,
  sellerId: string | null,
  { from, to }: Days,
  { currency, sort, limit }: { currency: string; sort: string; limit: number },
): Promise<Product[]> {
  return db.sql.many<Product>(products, [sellerId, from, to, currency, sort, limit]);
}

const terms = statement(
  'analytics.search-terms',
  `select term, sum(searches)::int as searches, sum(empty)::int as empty, sum(clicks)::int as clicks
   from analytics.search_term_days where day between $1 and $2 group by term
   having case $3::text when 'empty' then sum(empty) > 0 when 'not-clicked' then sum(clicks) = 0 and sum(searches) > 0 else sum(searches) > 0 end
   order by case $3::text when 'empty' then sum(empty) else sum(searches) end desc, term limit $4`,
);

export function readSearchTerms(
  db: Database,
  { from, to }: Days,
  { only, limit }: { only: string; limit: number },
): Promise<z.infer<typeof searchTermsOutput>['terms']> {
  return db.sql.many(terms, [from, to, only, limit]);
}

const rails = statement(
  'analytics.rails',
  `select rail, sum(shown)::int as shown, sum(clicked)::int as clicked from analytics.rail_days
   where day between $1 and $2 group by rail order by sum(shown) desc, rail`,
);

export function readRails(db: Database, { from, to }: Days): Promise<z.infer<typeof railsOutput>['rails']> {
  return db.sql.many(rails, [from, to]);
}

const views = statement(
  'analytics.product-views-by-day',
  'select product_id as "productId", day, views from analytics.product_days where day >= $1 and views > 0 order by product_id, day',
);

export interface DayViews {
  productId: string;
  /** `YYYY-MM-DD`, UTC */
  day: string;
  views: number;
}

export function readViewsByDay(db: Database, fromDay: string): Promise<DayViews[]> {
  return db.sql.many<DayViews>(views, [fromDay]);
}
