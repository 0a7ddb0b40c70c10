import { type Database, statement } from '@mallhive/db';

const add = statement(
  'analytics.add-sales',
  `insert into analytics.sale_facts (order_line_id, order_id, seller_id, product_id, variant_id, title, units, revenue, currency, country, sold_at)
   select "orderLineId", "orderId", "sellerId", "productId", "variantId", title, units, revenue, currency, country, "soldAt"
   from json_to_recordset($1::json) as x ("orderLineId" uuid, "orderId" uuid, "sellerId" uuid, "productId" uuid, "variantId" uuid, title text,
     units int, revenue int, currency text, country text, "soldAt" timestamptz)
   on conflict (order_line_id) do nothing`,
);

export interface SaleRow {
  orderLineId: string;
  orderId: string;
  sellerId: string;
  productId: string;
  variantId: string;
  title: string;
  units: number;
  revenue: number;
  currency: string;
  country: string;
  soldAt: Date;
}

/** Answers how many were new. */
export function addSales(db: Database, rows: readonly SaleRow[]): Promise<number> {
  return db.sql.execute(add, [JSON.stringify(rows)]);
}
