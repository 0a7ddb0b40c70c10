import {
  appendAudit,
  appendEvents,
  type Database,
  type SqlTransaction,
  statement,
  withSqlTransaction,
} from '@mallhive/db';
import { type AuditEntry, type DomainEvent, newId } from '@mallhive/kernel';
import type { OrderStatus, RefundCause, SubOrderStatus, TimelineDetail } from '../contract.ts';
import { quantityExceeded } from '../errors.ts';
import type { OrderDocument } from '../order.ts';

/** Everything that changes a paid order locks its row first, so that shipping, cancelling and returning see each other. */
const lock = statement(
  'orders.lock-for-change',
  `select o.id from orders.orders o where o.id = coalesce($1::uuid, (
     select s.order_id from orders.sub_orders s
     where s.id = $2::uuid and ($3::uuid is null or s.seller_id = $3::uuid) and s.released_at is not null)) for update`,
);
const read = statement(
  'orders.locked-for-change',
  'select orders.order_json(o) as doc from orders.orders o where o.id = $1::uuid',
);
const change = statement(
  'orders.change',
  `with changed as (
     update orders.order_lines l set cancelled_quantity = l.cancelled_quantity + e.cancelled,
       returned_quantity = l.returned_quantity + e.returned, credited_quantity = l.credited_quantity + e.credited,
       restocked_quantity = l.restocked_quantity + e.restocked
     from jsonb_to_recordset($3::jsonb) as e("orderLineId" uuid, cancelled int, returned int, credited int, restocked int)
     where l.id = e."orderLineId" and l.sub_order_id = $2::uuid
       and l.quantity - l.shipped_quantity - l.cancelled_quantity >= e.cancelled
       and l.shipped_quantity - l.returned_quantity >= e.returned
     returning l.id
   ), sub as (
     update orders.sub_orders set status = $4, refund_planned = refund_planned + $6::int, updated_at = $7::timestamptz
     where id = $2::uuid
   ), whole as (
     update orders.orders set status = $5, refund_planned = refund_planned + $6::int, updated_at = $7::timestamptz
     where id = $1::uuid
   ), told as (
     insert into orders.timeline (id, order_id, sub_order_id, at, kind, message, detail)
     values ($8::uuid, $1::uuid, $2::uuid, $7::timestamptz, $9, $10, $11::jsonb)
   )
   select count(*)::int as lines from changed`,
);
const addCancellation = statement(
  'orders.add-cancellation',
  `insert into orders.cancellations (id, request_id, order_id, sub_order_id, by, actor_id, reason, note, lines, at)
   values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6::uuid, $7, $8, $9::jsonb, $10::timestamptz)`,
);
const cancelledBefore = statement(
  'orders.cancelled-before',
  'select sub_order_id as "subOrderId" from orders.cancellations where request_id = $1::uuid and order_id = $2::uuid',
);
const addRefund = statement(
  'orders.add-refund',
  `insert into orders.refunds (id, order_id, sub_order_id, cause, key, amount, items, shipping, tax, reason, by, actor_id,
     planned_at, updated_at)
   values ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::int, $7::int, $8::int, $9::int, $10, $11, $12::uuid, $13::timestamptz,
     $13::timestamptz)`,
);

/** Who changes an order after it was paid. */
export interface ChangeActor {
  by: 'shopper' | 'seller' | 'administrator';
  /** Null for a guest. */
  id: string | null;
}

export interface LineChange {
  orderLineId: string;
  cancelled?: number;
  returned?: number;
  credited?: number;
  restocked?: number;
}

export interface RefundPlan {
  id: string;
  cause: RefundCause;
  /** The same cause is one refund. */
  key: string;
  amount: number;
  shipping: number;
  tax: number;
  reason: string;
}

/** What a transaction on one paid order sees and may do. */
export interface LockedChange {
  order: OrderDocument;
  /** The sub-orders for which this request was carried out before. */
  cancelledBefore(requestId: string): Promise<string[]>;
  /** Throws `quantity_exceeded` when a line has less than that, whoever took it meanwhile. */
  apply(input: {
    subOrderId: string;
    subOrderStatus: SubOrderStatus;
    orderStatus: OrderStatus;
    lines: readonly LineChange[];
    refund: RefundPlan | null;
    actor: ChangeActor;
    told: { kind: string; message: string; detail: TimelineDetail };
    at: Date;
  }): Promise<void>;
  addCancellation(input: {
    id: string;
    requestId: string;
    subOrderId: string;
    actor: ChangeActor;
    reason: string;
    note: string;
    lines: readonly { orderLineId: string; quantity: number }[];
    at: Date;
  }): Promise<void>;
  append(events: readonly DomainEvent[]): Promise<void>;
  audit(entry: AuditEntry): Promise<void>;
  /** For statements of a neighbour in this transaction. */
  tx: SqlTransaction;
}

function locked(tx: SqlTransaction, order: OrderDocument): LockedChange {
  return {
    order,
    tx,
    cancelledBefore: async (requestId) =>
      (await tx.sql.many<{ subOrderId: string }>(cancelledBefore, [requestId, order.id])).map((row) => row.subOrderId),
    async apply({ subOrderId, subOrderStatus, orderStatus, lines, refund, actor, told, at }) {
      const deltas = lines.map(({ orderLineId, cancelled = 0, returned = 0, credited = 0, restocked = 0 }) => ({
        orderLineId,
        cancelled,
        returned,
        credited,
        restocked,
      }));
      const { lines: changed } = await tx.sql.one<{ lines: number }>(change, [
        order.id,
        subOrderId,
        JSON.stringify(deltas),
        subOrderStatus,
        orderStatus,
        refund?.amount ?? 0,
        at,
        newId(at.getTime()),
        told.kind,
        told.message,
        JSON.stringify(told.detail),
      ]);
      if (changed !== lines.length) throw quantityExceeded(lines.map((line) => line.orderLineId));
      if (!refund) return;
      const { id, cause, key, amount, shipping, tax, reason } = refund;
      const values = [id, order.id, subOrderId, cause, key, amount, amount - shipping, shipping, tax];
      await tx.sql.execute(addRefund, [...values, reason, actor.by, actor.id, at]);
    },
    async addCancellation({ id, requestId, subOrderId, actor, reason, note, lines, at }) {
      const values = [id, requestId, order.id, subOrderId, actor.by, actor.id, reason, note, JSON.stringify(lines), at];
      await tx.sql.execute(addCancellation, values);
    },
    append: (events) => appendEvents(tx, 'orders', events),
    audit: (entry) => appendAudit(tx, 'orders', [entry]),
  };
}

export type WhichOrder = { orderId: string } | { subOrderId: string; sellerId: string | null };

export function createChangeRepository(db: Database) {
  return {
    /** Null when it does not exist, is another seller's, or (by sub-order) was never paid for. */
    withLocked<Value>(which: WhichOrder, work: (order: LockedChange) => Promise<Value>): Promise<Value | null> {
      const values = 'orderId' in which ? [which.orderId, null, null] : [null, which.subOrderId, which.sellerId];
      return withSqlTransaction(db, async (tx) => {
        const row = await tx.sql.maybe<{ id: string }>(lock, values);
        if (!row) return null;
        const { doc } = await tx.sql.one<{ doc: OrderDocument }>(read, [row.id]);
        return work(locked(tx, doc));
      });
    },
  };
}
export type ChangeRepository = ReturnType<typeof createChangeRepository>;
