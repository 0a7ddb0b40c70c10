import { type Database, statement } from '@mallhive/db';
import type { Currency } from '@mallhive/kernel';
import type { Address, OrderStatus, SubOrderStatus } from './contract.ts';
import type { OrderDocument, SubOrderDocument } from './order.ts';

const mine = statement(
  'orders.mine',
  `select o.id, o.number, o.status, o.placed_at as "placedAt", o.total, o.currency, o.item_count as "itemCount",
     array(select image_url from orders.order_lines l where l.order_id = o.id and image_url is not null order by position limit 4) as images
   from orders.orders o
   where o.user_id = $1::uuid and ($2::timestamptz is null or (o.placed_at, o.id) < ($2::timestamptz, $3::uuid))
   order by o.placed_at desc, o.id desc limit $4::int`,
);
const ofSeller = statement(
  'orders.of-seller',
  `with counts as (
     select count(*)::int as "all", count(*) filter (where status in ('to_fulfil', 'partially_shipped'))::int as to_fulfil,
       count(*) filter (where status = 'shipped')::int as shipped, count(*) filter (where status = 'delivered')::int as delivered,
       count(*) filter (where status = 'cancelled')::int as cancelled
     from orders.sub_orders where seller_id = $1::uuid and released_at is not null
   ), page as (
     select s.id, s.number, o.number as "orderNumber", s.status, s.placed_at as "placedAt", o.currency,
       o.shipping_address->>'name' as "customerName", o.country, s.item_count as "itemCount", s.total, (
         select coalesce(sum(least(l.waiting_quantity, l.quantity - l.shipped_quantity - l.cancelled_quantity)), 0)::int
         from orders.order_lines l where l.sub_order_id = s.id) as "waitingCount"
     from orders.sub_orders s join orders.orders o on o.id = s.order_id
     where s.seller_id = $1::uuid and s.released_at is not null and s.status = any($2::text[])
       and ($3::timestamptz is null or (s.placed_at, s.id) < ($3::timestamptz, $4::uuid))
     order by s.placed_at desc, s.id desc limit $5::int
   )
   select (select to_jsonb(counts) from counts) as counts, coalesce(jsonb_agg(to_jsonb(page)), '[]'::jsonb) as items from page`,
);
const subOrder = statement(
  'orders.sub-order',
  `select orders.sub_order_json(s, o.currency) as doc, o.id as "orderId", o.number as "orderNumber", o.placed_at as "placedAt",
     o.email, o.shipping_address as "shippingAddress", orders.timeline_json(o.id, s.id) as timeline
   from orders.sub_orders s join orders.orders o on o.id = s.order_id
   where s.id = $1::uuid and s.seller_id = $2::uuid and s.released_at is not null`,
);

export interface MineRow {
  id: string;
  number: string;
  status: OrderStatus;
  placedAt: Date;
  total: number;
  currency: Currency;
  itemCount: number;
  images: string[];
}
export interface SellerRow {
  id: string;
  number: string;
  orderNumber: string;
  status: SubOrderStatus;
  placedAt: string;
  currency: Currency;
  customerName: string;
  country: string;
  itemCount: number;
  /** Of them: on backorder, not in stock yet. */
  waitingCount: number;
  total: number;
}
export interface SellerPage {
  counts: { all: number; to_fulfil: number; shipped: number; delivered: number; cancelled: number };
  items: SellerRow[];
}
export interface SubOrderRow {
  doc: SubOrderDocument;
  orderId: string;
  orderNumber: string;
  placedAt: Date;
  email: string;
  shippingAddress: Address;
  timeline: OrderDocument['timeline'];
}
type After = { at: string; id: string } | null;

export function createListRepository(db: Database) {
  return {
    mine: (userId: string, after: After, limit: number) =>
      db.sql.many<MineRow>(mine, [userId, after?.at ?? null, after?.id ?? null, limit]),
    /** Page and counts in one statement. Unpaid orders are not the seller's business yet. */
    ofSeller: (sellerId: string, statuses: readonly SubOrderStatus[], after: After, limit: number) =>
      db.sql.one<SellerPage>(ofSeller, [sellerId, statuses, after?.at ?? null, after?.id ?? null, limit]),
    subOrder: (subOrderId: string, sellerId: string) => db.sql.maybe<SubOrderRow>(subOrder, [subOrderId, sellerId]),
  };
}
export type ListRepository = ReturnType<typeof createListRepository>;
