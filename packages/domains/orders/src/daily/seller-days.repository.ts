import { type Database, statement } from '@mallhive/db';
import type { Money } from '@mallhive/kernel';

/** Sellers with something to say: orders of the day, or work that waits. Read once a day, so it needs no index of its own. */
const days = statement(
  'orders.seller-days',
  `with parts as (
     select seller_id, o.currency,
       count(*) filter (where s.released_at >= $1::timestamptz and s.released_at < $2::timestamptz)::int as orders,
       sum(s.total) filter (where s.released_at >= $1::timestamptz and s.released_at < $2::timestamptz)::bigint as sales,
       count(*) filter (where s.status in ('to_fulfil', 'partially_shipped'))::int as to_pack
     from orders.sub_orders s join orders.orders o on o.id = s.order_id
     where s.released_at is not null and s.exchange_of is null
       and (s.status in ('to_fulfil', 'partially_shipped') or s.released_at >= $1::timestamptz)
     group by 1, 2
   ), waiting as (
     select seller_id, count(*)::int as returns from orders.returns where status in ('requested', 'received') group by 1
   )
   select coalesce(p.seller_id, w.seller_id) as "sellerId", coalesce(p.orders, 0) as orders,
     coalesce(p.sales, '[]') as sales, coalesce(p.to_pack, 0) as "toPack", coalesce(w.returns, 0) as returns
   from (
     select seller_id, sum(orders)::int as orders, sum(to_pack)::int as to_pack,
       coalesce(json_agg(json_build_object('amount', sales, 'currency', currency) order by sales desc)
         filter (where sales > 0), '[]') as sales
     from parts group by 1
   ) p full join waiting w using (seller_id)
   where coalesce(p.orders, 0) + coalesce(p.to_pack, 0) + coalesce(w.returns, 0) > 0
   order by 1`,
);

/** One day of a seller, and what waits for them now. */
export interface SellerDay {
  sellerId: string;
  /** Paid for in the day. */
  orders: number;
  /** What was paid for, with delivery; one for each currency, minor units. */
  sales: Money[];
  toPack: number;
  /** That the seller has to decide or to look at. */
  returns: number;
}

export function readSellerDays(db: Database, from: Date, until: Date): Promise<SellerDay[]> {
  return db.sql.many<SellerDay>(days, [from, until]);
}
