import { appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import { newId } from '@mallhive/kernel';
import type { RefundStatus } from '../contract.ts';
import type { OrderDocument } from '../order.ts';
import { refundTransitions, returnTransitions, sourcesOf } from '../order-state.ts';
import { refundEvent } from './plan-refund.ts';

const move = statement(
  'orders.move-refund',
  `with moved as (
     update orders.refunds set status = $2, failure = $4, updated_at = $3::timestamptz,
       done_at = case $2 when 'succeeded' then $3::timestamptz when 'failed' then null else done_at end
     where id = $1::uuid and status = any($5::text[])
     returning id, order_id, sub_order_id, amount, key
   ), closed as (
     update orders.returns r set status = 'closed', updated_at = $3::timestamptz from moved
     where $2 = 'succeeded' and r.sub_order_id = moved.sub_order_id and 'return:' || r.id = moved.key and r.status = any($9::text[])
   ), told as (
     insert into orders.timeline (id, order_id, sub_order_id, at, kind, message, detail)
     select $6::uuid, m.order_id, m.sub_order_id, $3::timestamptz, $7, $8,
       jsonb_build_object('amount', jsonb_build_object('amount', m.amount, 'currency', o.currency))
     from moved m join orders.orders o on o.id = m.order_id where $7 <> ''
   )
   select r.id as "refundId", r.order_id as "orderId", r.sub_order_id as "subOrderId", r.amount, r.status,
     coalesce(root.id, r.sub_order_id) as "paidSubOrderId", r.cause, r.to_credit as "toCredit", o.user_id as "userId", (select count(*)::int from moved) as moved
   from orders.refunds r
   join orders.orders o on o.id = r.order_id
   join orders.sub_orders s on s.id = r.sub_order_id
   left join orders.sub_orders root on root.order_id = s.order_id and root.seller_id = s.seller_id and root.exchange_of is null
   where r.id = $1::uuid`,
);
const turnToCredit = statement(
  'orders.refund-to-credit',
  `update orders.refunds set to_credit = true where id = $1::uuid and status = 'failed'`,
);
const unfinished = statement(
  'orders.unfinished-refunds',
  `select id from orders.refunds where status in ('planned', 'sent') and updated_at <= $1::timestamptz
   order by updated_at limit $2::int`,
);
const whole = statement(
  'orders.refund-with-order',
  `select orders.order_json(o) as doc from orders.refunds r join orders.orders o on o.id = r.order_id where r.id = $1::uuid`,
);

export interface RefundRow {
  refundId: string;
  orderId: string;
  subOrderId: string;
  /** The part that was paid for: an exchange was paid with another one. */
  paidSubOrderId: string;
  amount: number;
  cause: string;
  /** It goes to the credit of the order's account. */
  toCredit: boolean;
  userId: string | null;
  status: RefundStatus;
  /** 1 when this call moved it. */
  moved: number;
}

const words: Record<
  'send' | 'succeed' | 'fail' | 'lose' | 'retry',
  { to: RefundStatus; kind: string; message: string }
> = {
  send: { to: 'sent', kind: '', message: '' },
  succeed: { to: 'succeeded', kind: 'refunded_part', message: 'Money went back' },
  fail: { to: 'failed', kind: 'refund_failed', message: 'The refund did not go through; we look after it' },
  lose: { to: 'failed', kind: 'refund_failed', message: 'The refund did not arrive; we look after it' },
  retry: { to: 'planned', kind: '', message: '' },
};

/** A return ends when its money is back. */
const closable = sourcesOf(returnTransitions, 'close');

export function createRefundRepository(db: Database) {
  return {
    /** Once; the row as it was before otherwise. Null for a refund that is not there. */
    move: (refundId: string, event: keyof typeof words, now: Date, failure: string | null = null) => {
      const { to, kind, message } = words[event];
      const from = sourcesOf(refundTransitions, event);
      return db.sql.maybe<RefundRow>(move, [
        refundId,
        to,
        now,
        failure,
        from,
        newId(now.getTime()),
        kind,
        message,
        closable,
      ]);
    },
    unfinished: async (before: Date, limit: number): Promise<string[]> =>
      (await db.sql.many<{ id: string }>(unfinished, [before, limit])).map((row) => row.id),
    /** Failed ones only: planned anew, and told to those who send it. */
    retry: (
      refundId: string,
      now: Date,
      toCredit: boolean,
    ): Promise<'retried' | 'not_failed' | 'no_account' | 'unknown'> =>
      withSqlTransaction(db, async (tx) => {
        const found = await tx.sql.maybe<{ doc: OrderDocument }>(whole, [refundId]);
        const part = found?.doc.subOrders.find((one) => one.refunds.some((refund) => refund.id === refundId));
        const refund = part?.refunds.find((one) => one.id === refundId);
        if (!found || !part || !refund) return 'unknown';
        if (toCredit && !found.doc.userId) return 'no_account';
        if (toCredit) await tx.sql.execute(turnToCredit, [refundId]);
        const { to, kind, message } = words.retry;
        const from = sourcesOf(refundTransitions, 'retry');
        const row = await tx.sql.maybe<RefundRow>(move, [
          refundId,
          to,
          now,
          null,
          from,
          newId(now.getTime()),
          kind,
          message,
          closable,
        ]);
        if (!row || row.moved === 0) return 'not_failed';
        await appendEvents(tx, 'orders', [refundEvent(found.doc, part, { ...refund, shipping: 0, tax: 0 }, now)]);
        return 'retried';
      }),
  };
}
export type RefundRepository = ReturnType<typeof createRefundRepository>;
