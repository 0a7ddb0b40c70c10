import { appendEvents, type Database, type SqlTransaction, statement, withSqlTransaction } from '@mallhive/db';
import { type DomainEvent, newId } from '@mallhive/kernel';
import type { OrderStatus, SubOrderStatus } from './contract.ts';
import type { OrderDocument, SubOrderDocument } from './order.ts';

/** The order is locked first, so that two sellers who ship at once both see the other's part. */
const lock = statement(
  'orders.lock-for-fulfilment',
  `select o.id from orders.orders o join orders.sub_orders s on s.order_id = o.id
   where s.id = $1::uuid and s.seller_id = $2::uuid and s.released_at is not null for update of o`,
);
const read = statement(
  'orders.locked-order',
  'select orders.order_json(o) as doc from orders.orders o where o.id = $1::uuid',
);
const addShipment = statement(
  'orders.add-shipment',
  `with added as (
     insert into orders.shipments (id, order_id, sub_order_id, carrier, tracking_number, tracking_url, lines, shipped_at)
     values ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7::jsonb, $8::timestamptz)
   ), shipped as (
     update orders.order_lines l set shipped_quantity = shipped_quantity + e.quantity
     from jsonb_to_recordset($7::jsonb) as e("orderLineId" uuid, quantity int) where l.id = e."orderLineId"
   ), sub as (
     update orders.sub_orders set status = $9, updated_at = $8::timestamptz where id = $3::uuid
   ), whole as (
     update orders.orders set status = $10, updated_at = $8::timestamptz where id = $2::uuid
   )
   insert into orders.timeline (id, order_id, sub_order_id, at, kind, message)
   values ($11::uuid, $2::uuid, $3::uuid, $8::timestamptz, 'shipped', $12)`,
);
/** A part that replaces a return is not of the checkout's stock. */
const noteWaiting = statement(
  'orders.note-waiting',
  `update orders.order_lines l
   set waiting_quantity = x.waiting, expected_on = x."expectedOn", waiting_version = x.version
   from jsonb_to_recordset($1::jsonb)
     as x("checkoutId" uuid, "variantId" uuid, waiting int, "expectedOn" date, version int)
   join orders.orders o on o.checkout_id = x."checkoutId"
   join orders.sub_orders s on s.order_id = o.id and s.exchange_of is null
   where l.sub_order_id = s.id and l.variant_id = x."variantId" and l.waiting_version < x.version`,
);
const shipmentOwner = statement(
  'orders.shipment-owner',
  'select sub_order_id as "subOrderId" from orders.shipments where id = $1::uuid',
);
const deliver = statement(
  'orders.deliver',
  `with arrived as (
     update orders.shipments set status = 'delivered', delivered_at = $4::timestamptz where id = $1::uuid
   ), sub as (
     update orders.sub_orders set status = $5, updated_at = $4::timestamptz where id = $3::uuid
   ), whole as (
     update orders.orders set status = $6, updated_at = $4::timestamptz where id = $2::uuid
   )
   insert into orders.timeline (id, order_id, sub_order_id, at, kind, message)
   values ($7::uuid, $2::uuid, $3::uuid, $4::timestamptz, 'delivered', $8)`,
);

/** What a transaction on one order's fulfilment sees and may do. */
export interface LockedOrder {
  order: OrderDocument;
  subOrder: SubOrderDocument;
  addShipment(shipment: {
    id: string;
    carrier: string;
    trackingNumber: string;
    trackingUrl: string | null;
    lines: readonly { orderLineId: string; quantity: number }[];
    message: string;
    subOrderStatus: SubOrderStatus;
    orderStatus: OrderStatus;
    at: Date;
  }): Promise<void>;
  /** Which sub-order a shipment id is used for, if it is. */
  shipmentOwner(shipmentId: string): Promise<string | null>;
  deliver(change: {
    shipmentId: string;
    message: string;
    subOrderStatus: SubOrderStatus;
    orderStatus: OrderStatus;
    at: Date;
  }): Promise<void>;
  append(events: readonly DomainEvent[]): Promise<void>;
}

function locked(tx: SqlTransaction, order: OrderDocument, subOrder: SubOrderDocument): LockedOrder {
  return {
    order,
    subOrder,
    async addShipment({ id, carrier, trackingNumber, trackingUrl, lines, message, subOrderStatus, orderStatus, at }) {
      const parcel = [id, order.id, subOrder.id, carrier, trackingNumber, trackingUrl, JSON.stringify(lines), at];
      await tx.sql.execute(addShipment, [...parcel, subOrderStatus, orderStatus, newId(at.getTime()), message]);
    },
    shipmentOwner: async (id) => (await tx.sql.maybe<{ subOrderId: string }>(shipmentOwner, [id]))?.subOrderId ?? null,
    async deliver({ shipmentId, message, subOrderStatus, orderStatus, at }) {
      const ids = [shipmentId, order.id, subOrder.id];
      await tx.sql.execute(deliver, [...ids, at, subOrderStatus, orderStatus, newId(at.getTime()), message]);
    },
    append: (events) => appendEvents(tx, 'orders', events),
  };
}

/** What the cart domain tells of a line of a checkout. */
export interface WaitingLine {
  checkoutId: string;
  variantId: string;
  /** Units that are not in stock yet. */
  waiting: number;
  /** A day. */
  expectedOn: string | null;
  version: number;
}

export function createFulfilmentRepository(db: Database) {
  return {
    /** Older news than what is known change nothing. Answers how many lines changed. */
    noteWaiting: (lines: readonly WaitingLine[]): Promise<number> =>
      db.sql.execute(noteWaiting, [JSON.stringify(lines)]),

    /** Null when the sub-order does not exist, is another seller's, or was never paid for. */
    withLocked<Value>(
      { sellerId, subOrderId }: { sellerId: string; subOrderId: string },
      work: (order: LockedOrder) => Promise<Value>,
    ): Promise<Value | null> {
      return withSqlTransaction(db, async (tx) => {
        const row = await tx.sql.maybe<{ id: string }>(lock, [subOrderId, sellerId]);
        if (!row) return null;
        const { doc } = await tx.sql.one<{ doc: OrderDocument }>(read, [row.id]);
        const subOrder = doc.subOrders.find((part) => part.id === subOrderId);
        return subOrder ? work(locked(tx, doc, subOrder)) : null;
      });
    },
  };
}
export type FulfilmentRepository = ReturnType<typeof createFulfilmentRepository>;
