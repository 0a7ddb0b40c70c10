import { type Database, statement } from '@mallhive/db';

/**
 * Lines that are new, and the parts that they make with what is told of them. The first part of an order stands for it in
 * the figures of the whole shop.
 */
const add = statement(
  'analytics.add-sales',
  `with lines as (
     insert into analytics.sale_facts (order_line_id, order_id, seller_id, product_id, variant_id, title, units, revenue, discount, category_id, currency, country, sold_at)
     select "orderLineId", "orderId", "sellerId", "productId", "variantId", title, units, revenue, coalesce(discount, 0), "categoryId", currency, country, "soldAt"
     from json_to_recordset($1::json) as x ("orderLineId" uuid, "orderId" uuid, "sellerId" uuid, "productId" uuid, "variantId" uuid, title text,
       units int, revenue int, discount int, "categoryId" uuid, currency text, country text, "soldAt" timestamptz)
     on conflict (order_line_id) do nothing
     returning order_id, seller_id, units, revenue, discount, currency, country, sold_at
   ), told as (
     select * from json_to_recordset($2::json) as x ("orderId" uuid, "sellerId" uuid, shopper uuid, shipping int, tax int, "taxOnTop" int)
   ), parts as (
     select l.order_id, l.seller_id, (array_agg(t.shopper))[1] as shopper, sum(l.units) as units, sum(l.revenue) as gross, sum(l.discount) as discount,
       coalesce(max(t.shipping), 0) as shipping, coalesce(max(t.tax), 0) as tax, coalesce(max(t."taxOnTop"), 0) as on_top,
       min(l.currency) as currency, min(l.country) as country, min(l.sold_at) as sold_at,
       row_number() over (partition by l.order_id order by l.seller_id) = 1 as head
     from lines l left join told t on t."orderId" = l.order_id and t."sellerId" = l.seller_id group by l.order_id, l.seller_id
   ), kept as (
     insert into analytics.sale_parts (order_id, seller_id, shopper, head, units, gross, discount, shipping, tax, total, currency, country, sold_at)
     select order_id, seller_id, shopper, head, units, gross, discount, shipping, tax, gross - discount + shipping + on_top, currency, country, sold_at from parts
     on conflict (order_id, seller_id) do nothing
   )
   select count(*)::int as recorded from lines`,
);

/** One paid order line. Money in minor units; `revenue` is before the discount. */
export interface SaleRow {
  orderLineId: string;
  orderId: string;
  sellerId: string;
  productId: string;
  variantId: string;
  title: string;
  units: number;
  revenue: number;
  discount?: number;
  currency: string;
  country: string;
  soldAt: Date;
}

/** What is known of one seller's part of an order besides its lines. */
export interface PartRow {
  orderId: string;
  sellerId: string;
  /** Who bought, under a name that says nothing; null where it is not known. */
  shopper: string | null;
  /** After its discount. */
  shipping: number;
  tax: number;
  /** Of the tax: what is paid besides goods and shipping. */
  taxOnTop: number;
}

export type StoredSale = SaleRow & { categoryId: string | null };

/** Answers how many lines were new. */
export async function addSales(db: Database, rows: readonly StoredSale[], parts: readonly PartRow[]): Promise<number> {
  return (await db.sql.one<{ recorded: number }>(add, [JSON.stringify(rows), JSON.stringify(parts)])).recorded;
}

const addBack = statement(
  'analytics.add-refunds',
  `insert into analytics.sale_refunds (reference, seller_id, order_id, amount, tax, currency, at)
   select reference, "sellerId", "orderId", amount, tax, currency, at
   from json_to_recordset($1::json) as x (reference text, "sellerId" uuid, "orderId" uuid, amount int, tax int, currency text, at timestamptz)
   on conflict (reference, seller_id) do nothing`,
);

/** What went back of one seller's part, as the ledger has it; negative amounts came back again. */
export interface RefundRow {
  /** The ledger's, which makes it count once. */
  reference: string;
  orderId: string;
  sellerId: string;
  /** Minor units, with the tax within. */
  amount: number;
  tax: number;
  currency: string;
  at: Date;
}

/** Answers how many were new. */
export function addRefunds(db: Database, rows: readonly RefundRow[]): Promise<number> {
  return db.sql.execute(addBack, [JSON.stringify(rows)]);
}

const forget = statement(
  'analytics.forget-shopper',
  `update analytics.sale_parts set shopper = null where shopper = $1`,
);
const forgetMonths = statement(
  'analytics.forget-shopper-months',
  `update analytics.shopper_months set shopper = $2 where shopper = $1`,
);

/** Nobody can say any more whose orders these were; what was counted stays counted. */
export async function forgetShopper(db: Database, shopper: string, unknown: string): Promise<void> {
  await db.sql.execute(forget, [shopper]);
  await db.sql.execute(forgetMonths, [shopper, unknown]);
}
