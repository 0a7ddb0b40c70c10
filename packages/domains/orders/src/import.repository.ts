import { type Database, statement, withSqlTransaction } from '@mallhive/db';

const load = statement(
  'orders.import',
  `with made as (
     insert into orders.orders (id, number, user_id, email, status, currency, items, shipping, tax, total, item_count, country,
       shipping_address, source, source_ref, placed_at, updated_at)
     select id, number, "userId", email, 'delivered', currency, items, 0, tax, items, "itemCount", country, address, source,
       "sourceRef", "placedAt", "placedAt"
     from json_to_recordset($1::json) as o(id uuid, number text, "userId" uuid, email text, currency text, items int, tax int,
       "itemCount" int, country text, address jsonb, source text, "sourceRef" text, "placedAt" timestamptz)
     on conflict do nothing returning id, placed_at
   ), subs as (
     insert into orders.sub_orders (id, order_id, number, seller_id, seller_slug, seller_name, status, shipping_method, items,
       shipping, tax, total, item_count, placed_at, released_at, updated_at)
     select s.id, made.id, s.number, s."sellerId", s."sellerSlug", s."sellerName", 'delivered', 'standard', s.items, 0, s.tax,
       s.items, s."itemCount", made.placed_at, made.placed_at, made.placed_at
     from json_to_recordset($2::json) as s(id uuid, "orderId" uuid, number text, "sellerId" uuid, "sellerSlug" text,
       "sellerName" text, items int, tax int, "itemCount" int) join made on made.id = s."orderId"
   ), lines as (
     insert into orders.order_lines (id, order_id, sub_order_id, variant_id, product_id, slug, sku, title, variant_title,
       image_url, quantity, shipped_quantity, unit_price, total, tax, position)
     select l.id, made.id, l."subOrderId", l."variantId", l."productId", l.slug, l.sku, l.title, l."variantTitle", l."imageUrl",
       l.quantity, l.quantity,
       l."unitPrice", l."unitPrice" * l.quantity, l.tax, l.position
     from json_to_recordset($3::json) as l(id uuid, "orderId" uuid, "subOrderId" uuid, "variantId" uuid, "productId" uuid,
       slug text, sku text, title text, "variantTitle" text, "imageUrl" text, quantity int, "unitPrice" int, tax int, position int) join made on made.id = l."orderId"
   )
   select count(*)::int as orders from made`,
);

export interface ImportBatch {
  orders: object[];
  subOrders: object[];
  lines: object[];
}

export function createImportRepository(db: Database) {
  return {
    /** Whole orders at once; those whose source knows them already are left alone. Answers how many were new. */
    load: ({ orders, subOrders, lines }: ImportBatch): Promise<number> =>
      withSqlTransaction(db, async (tx) => {
        const values = [orders, subOrders, lines].map((rows) => JSON.stringify(rows));
        return (await tx.sql.one<{ orders: number }>(load, values)).orders;
      }),
  };
}
export type ImportRepository = ReturnType<typeof createImportRepository>;
