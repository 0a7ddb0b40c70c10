import { type Database, statement } from '@mallhive/db';

const shares = statement(
  'payments.refund-shares',
  `select t.reference, t.order_id as "orderId", e.seller_id as "sellerId", sum(e.amount)::int as amount,
     coalesce(sum(e.amount) filter (where e.account like 'tax:%'), 0)::int as tax, t.currency, t.at
   from payments.ledger_transactions t join payments.ledger_entries e on e.transaction_id = t.id
   where t.reference = any ($1::text[]) and t.kind in ('refund', 'refund_lost') and t.order_id is not null
     and e.sub_order_id is not null and e.seller_id is not null
   group by t.id, e.seller_id order by t.reference, e.seller_id`,
);

export interface RefundShare {
  /** `refund:<id>`, or `refund_lost:<id>` with a negative amount: it did not arrive after all. */
  reference: string;
  orderId: string;
  sellerId: string;
  /** Minor units that the shopper got back of this seller's part, with the tax within. */
  amount: number;
  tax: number;
  currency: string;
  at: Date;
}

/** Whose money went back, by the references of the books; unknown ones are left out. */
export const readRefundShares = (db: Database, references: readonly string[]): Promise<RefundShare[]> =>
  db.sql.many<RefundShare>(shares, [references]);
