import { type Database, type Sql, statement, withSqlTransaction } from '@mallhive/db';
import type { Currency } from '@mallhive/kernel';

export interface CheckedEntry {
  id: string;
  account: string;
  sellerId: string | null;
  amount: number;
  move: number | null;
  balanceAfter: number | null;
}

export interface CheckedTransaction {
  id: string;
  reference: string;
  kind: string;
  currency: Currency;
  at: Date;
  entries: CheckedEntry[];
  /** Of the payment it names; null when there is none. */
  payment: { id: string; amount: number; currency: string; refunded: number } | null;
  /** What the refund, payout or fee that it names is about; null when there is none. */
  source: { amount: number; status: string } | null;
}

export interface KeptBalance {
  sellerId: string;
  currency: string;
  held: number;
  available: number;
  moves: number;
  /** What the holds say. */
  holds: number;
}

const page = statement(
  'payments.check-page',
  `select t.id, t.reference, t.kind, t.currency, t.at,
     coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'account', e.account, 'sellerId', e.seller_id, 'amount', e.amount,
       'move', e.move, 'balanceAfter', e.balance_after) order by e.account, e.id) from payments.ledger_entries e where e.transaction_id = t.id), '[]') as entries,
     case when p.id is not null then jsonb_build_object('id', p.id, 'amount', p.amount, 'currency', p.currency, 'refunded', p.refunded) end as payment,
     case when t.kind in ('refund', 'refund_lost') then (select jsonb_build_object('status', r.status,
            'amount', case t.kind when 'refund' then r.amount else r.amount - r.covered end) from payments.refunds r
            where r.id::text = split_part(t.reference, ':', 2) and r.payment_id = t.payment_id)
          when t.kind in ('payout', 'payout_failed') then (select jsonb_build_object('amount', o.amount, 'status', o.status)
            from payments.payouts o where o.id::text = split_part(t.reference, ':', 2)) end as source
   from payments.ledger_transactions t left join payments.payments p on p.id = t.payment_id
   where t.id > $1::uuid order by t.id limit $2::int`,
);
const uncaptured = statement(
  'payments.check-uncaptured',
  `select p.id, p.amount, p.status from payments.payments p
   where p.status in ('captured', 'partially_refunded', 'refunded')
     and not exists (select from payments.ledger_transactions t where t.reference = 'capture:' || p.id)
   order by p.id limit 1`,
);
const unrefunded = statement(
  'payments.check-unrefunded',
  `select r.id from payments.refunds r where r.status = 'succeeded'
     and not exists (select from payments.ledger_transactions t where t.reference = 'refund:' || r.id) order by r.id limit 1`,
);
const balances = statement(
  'payments.check-balances',
  `select b.seller_id as "sellerId", b.currency, b.held, b.available, b.moves,
     (select coalesce(sum(h.amount), 0) from payments.seller_holds h where h.seller_id = b.seller_id and h.currency = b.currency) as holds
   from payments.seller_balances b order by 1, 2`,
);

const instruments = statement(
  'payments.check-instruments',
  `select case i.kind when 'gift_card' then 'gift_cards' else 'store_credit' end as account, i.currency, sum(i.balance) as balance,
     sum((select coalesce(sum(m.amount), 0) from payments.instrument_movements m where m.instrument_id = i.id))::bigint as moved
   from payments.instruments i group by 1, 2 order by 1, 2`,
);

export interface CheckReader {
  /** What gift cards and credit are worth by what is kept, and by their movements. */
  instruments(): Promise<{ account: string; currency: string; balance: number; moved: number }[]>;
  page(after: string, limit: number): Promise<CheckedTransaction[]>;
  balances(): Promise<KeptBalance[]>;
  uncaptured(): Promise<{ id: string; amount: number; status: string } | null>;
  unrefunded(): Promise<{ id: string } | null>;
}

const reader = (sql: Sql): CheckReader => ({
  page: (after, limit) => sql.many<CheckedTransaction>(page, [after, limit]),
  instruments: () => sql.many(instruments),
  balances: () => sql.many<KeptBalance>(balances),
  uncaptured: () => sql.maybe(uncaptured),
  unrefunded: () => sql.maybe(unrefunded),
});

/** All that is read is of one moment, while the shop goes on. */
export const createCheckRepository = (db: Database) => ({
  atOneMoment: <Value>(work: (books: CheckReader) => Promise<Value>): Promise<Value> =>
    withSqlTransaction(db, (tx) => work(reader(tx.sql)), { isolation: 'RepeatableRead' }),
});
export type CheckRepository = ReturnType<typeof createCheckRepository>;
