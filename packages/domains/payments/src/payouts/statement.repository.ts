import { type Database, statement } from '@mallhive/db';
import type { Currency } from '@mallhive/kernel';

/** What one booking meant for a seller, minor units; `gross = net + tax + commission − promotion`. */
export interface StatementRow {
  reference: string;
  kind: 'capture' | 'refund' | 'refund_lost' | 'payout' | 'payout_failed';
  at: Date;
  /** What the seller knows the sub-order by; null for payouts. */
  number: string | null;
  /** What the shopper paid, or got back. */
  gross: number;
  /** Discounts that the marketplace paid for. */
  promotion: number;
  tax: number;
  commission: number;
  /** What the balance changed by. */
  net: number;
}

export interface StatementMonth {
  month: string;
  currency: Currency;
  earned: number;
  paidOut: number;
}

const rows = statement(
  'payments.statement-rows',
  `select t.reference, t.kind, t.at, coalesce(
       (select a->>'number' from payments.payments p, jsonb_array_elements(p.allocations) a
        where p.id = t.payment_id and a->>'subOrderId' = e.sub_order_id::text limit 1), left(e.sub_order_id::text, 8)) as number,
     coalesce(sum(e.amount) filter (where e.account like 'promotion:%'), 0) as promotion,
     coalesce(-sum(e.amount) filter (where e.account like 'tax:%'), 0) as tax,
     coalesce(-sum(e.amount) filter (where e.account = 'commission'), 0) as commission,
     coalesce(-sum(e.amount) filter (where e.account like 'seller%:%'), 0) as net,
     coalesce(-sum(e.amount) filter (where t.kind in ('capture', 'refund', 'refund_lost')), 0) as gross
   from payments.ledger_entries e join payments.ledger_transactions t on t.id = e.transaction_id
   where e.seller_id = $1::uuid and t.currency = $2 and t.at >= $3::timestamptz and t.at < $4::timestamptz and t.kind <> 'release'
   group by t.id, t.reference, t.kind, t.at, t.payment_id, e.sub_order_id order by t.at, t.id, e.sub_order_id`,
);
const months = statement(
  'payments.statement-months',
  `select to_char(t.at at time zone 'UTC', 'YYYY-MM') as month, t.currency,
     -sum(e.amount) filter (where t.kind in ('capture', 'refund', 'refund_lost')) as earned,
     coalesce(sum(e.amount) filter (where t.kind in ('payout', 'payout_failed')), 0) as "paidOut"
   from payments.ledger_entries e join payments.ledger_transactions t on t.id = e.transaction_id
   where e.seller_id = $1::uuid and e.account like 'seller%:%' and t.kind <> 'release'
   group by 1, 2 order by 2, 1`,
);

export const createStatementRepository = (db: Database) => ({
  rows: (sellerId: string, currency: Currency, from: Date, to: Date) =>
    db.sql.many<StatementRow>(rows, [sellerId, currency, from, to]),
  months: async (sellerId: string) =>
    (await db.sql.many<StatementMonth>(months, [sellerId])).map((month) => ({ ...month, earned: month.earned ?? 0 })),
});
export type StatementRepository = ReturnType<typeof createStatementRepository>;
