import { type Database, type SqlTransaction, statement } from '@mallhive/db';
import type { ReturnCondition, ReturnStatus } from '../contract.ts';
import type { OrderDocument } from '../order.ts';

const insert = statement(
  'orders.insert-return',
  `with made as (
     insert into orders.returns (id, number, order_id, sub_order_id, seller_id, wish, note, requested_at, updated_at)
     values ($1::uuid, $2, $3::uuid, $4::uuid, $5::uuid, $6, $7, $8::timestamptz, $8::timestamptz) returning id
   )
   insert into orders.return_lines (id, return_id, order_line_id, quantity, reason, exchange_variant_id)
   select gen_random_uuid(), made.id, e."orderLineId", e.quantity, e.reason, e."exchangeVariantId"
   from made, jsonb_to_recordset($9::jsonb) as e("orderLineId" uuid, quantity int, reason text, "exchangeVariantId" uuid)`,
);
const move = statement(
  'orders.move-return',
  `update orders.returns set status = $2, updated_at = $3::timestamptz, instructions = coalesce($4, instructions),
     decision = coalesce($5, decision), carrier = coalesce($6, carrier), tracking_number = coalesce($7, tracking_number)
   where id = $1::uuid`,
);
const inspect = statement(
  'orders.inspect-return',
  `update orders.return_lines l set condition = e.condition, accepted_quantity = e."acceptedQuantity", restock = e.restock
   from jsonb_to_recordset($2::jsonb) as e("returnLineId" uuid, condition text, "acceptedQuantity" int, restock boolean)
   where l.id = e."returnLineId" and l.return_id = $1::uuid`,
);
const list = statement(
  'orders.returns-of',
  `with mine as (
     select r.*, r.status not in ('refused', 'closed', 'inspected') as open from orders.returns r
     where $1::uuid is null or r.seller_id = $1::uuid
   ), counts as (
     select count(*)::int as "all", count(*) filter (where open)::int as open, count(*) filter (where not open)::int as closed from mine
   ), page as (
     select m.id, m.number, m.status, m.wish, m.sub_order_id as "subOrderId", s.number as "subOrderNumber",
       s.seller_name as "sellerName", o.shipping_address->>'name' as "customerName", m.requested_at as "requestedAt",
       (select sum(quantity)::int from orders.return_lines l where l.return_id = m.id) as units
     from mine m join orders.sub_orders s on s.id = m.sub_order_id join orders.orders o on o.id = m.order_id
     where ($2 = 'all' or m.open = ($2 = 'open')) and ($3::timestamptz is null or (m.requested_at, m.id) < ($3::timestamptz, $4::uuid))
     order by m.requested_at desc, m.id desc limit $5::int
   )
   select (select to_jsonb(counts) from counts) as counts, coalesce(jsonb_agg(to_jsonb(page)), '[]'::jsonb) as items from page`,
);
const orderOf = statement(
  'orders.order-of-return',
  `select orders.order_json(o) as doc from orders.returns r join orders.orders o on o.id = r.order_id
   where r.id = $1::uuid and ($2::uuid is null or r.seller_id = $2::uuid)`,
);
const addExchange = statement(
  'orders.add-exchange',
  `with sub as (
     insert into orders.sub_orders (id, order_id, number, seller_id, seller_slug, seller_name, status, shipping_method, items, shipping,
       tax, tax_included, total, item_count, placed_at, released_at, updated_at, exchange_of)
     select $1::uuid, s.order_id, $3, s.seller_id, s.seller_slug, s.seller_name, 'to_fulfil', 'standard', $4::int, 0, $5::int, true,
       $4::int, $6::int, $7::timestamptz, $7::timestamptz, $7::timestamptz, $8::uuid
     from orders.sub_orders s where s.id = $2::uuid
     returning id, order_id
   )
   insert into orders.order_lines (id, order_id, sub_order_id, variant_id, product_id, slug, sku, title, variant_title, image_url,
     quantity, unit_price, total, tax, position)
   select gen_random_uuid(), sub.order_id, sub.id, l."variantId", l."productId", l.slug, l.sku, l.title, l."variantTitle", l."imageUrl",
     l.quantity, l."unitPrice", l."unitPrice" * l.quantity, l.tax, l.position
   from sub, jsonb_to_recordset($9::jsonb) as l("variantId" uuid, "productId" uuid, slug text, sku text, title text, "variantTitle" text,
     "imageUrl" text, quantity int, "unitPrice" int, tax int, position int)`,
);

export interface ReturnRow {
  id: string;
  number: string;
  status: ReturnStatus;
  wish: 'refund' | 'exchange';
  subOrderId: string;
  subOrderNumber: string;
  sellerName: string;
  customerName: string;
  units: number;
  requestedAt: string;
}
export interface ExchangeLine {
  variantId: string;
  productId: string;
  slug: string;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  quantity: number;
  unitPrice: number;
  tax: number;
  position: number;
}
export type InspectedLine = {
  returnLineId: string;
  condition: ReturnCondition;
  acceptedQuantity: number;
  restock: boolean;
};

/** Writes of a transaction that has locked the order. */
export const returnWrites = {
  insert: (
    tx: SqlTransaction,
    input: {
      id: string;
      number: string;
      orderId: string;
      subOrderId: string;
      sellerId: string;
      wish: string;
      note: string;
      at: Date;
      lines: readonly { orderLineId: string; quantity: number; reason: string; exchangeVariantId: string | null }[];
    },
  ) => {
    const { id, number, orderId, subOrderId, sellerId, wish, note, at, lines } = input;
    return tx.sql.execute(insert, [id, number, orderId, subOrderId, sellerId, wish, note, at, JSON.stringify(lines)]);
  },
  move: (
    tx: SqlTransaction,
    returnId: string,
    status: ReturnStatus,
    at: Date,
    said: { instructions?: string; decision?: string; carrier?: string; trackingNumber?: string } = {},
  ) => {
    const { instructions = null, decision = null, carrier = null, trackingNumber = null } = said;
    return tx.sql.execute(move, [returnId, status, at, instructions, decision, carrier, trackingNumber]);
  },
  inspect: (tx: SqlTransaction, returnId: string, lines: readonly InspectedLine[]) =>
    tx.sql.execute(inspect, [returnId, JSON.stringify(lines)]),
  addExchange: (
    tx: SqlTransaction,
    input: { id: string; of: string; number: string; returnId: string; lines: readonly ExchangeLine[]; at: Date },
  ) => {
    const { id, of, number, returnId, lines, at } = input;
    const sum = (pick: (line: ExchangeLine) => number) => lines.reduce((total, line) => total + pick(line), 0);
    const amounts = [
      sum(({ unitPrice, quantity }) => unitPrice * quantity),
      sum(({ tax }) => tax),
      sum(({ quantity }) => quantity),
    ];
    return tx.sql.execute(addExchange, [id, of, number, ...amounts, at, returnId, JSON.stringify(lines)]);
  },
};

export function createReturnRepository(db: Database) {
  return {
    /** Of one seller, or of all when null. */
    list: (sellerId: string | null, status: string, after: { at: string; id: string } | null, limit: number) =>
      db.sql.one<{ counts: { open: number; all: number; closed: number }; items: ReturnRow[] }>(list, [
        sellerId,
        status,
        after?.at ?? null,
        after?.id ?? null,
        limit,
      ]),
    /** The whole order that a return belongs to; null for another seller's. */
    orderOf: async (returnId: string, sellerId: string | null) =>
      (await db.sql.maybe<{ doc: OrderDocument }>(orderOf, [returnId, sellerId]))?.doc ?? null,
  };
}
export type ReturnRepository = ReturnType<typeof createReturnRepository>;
