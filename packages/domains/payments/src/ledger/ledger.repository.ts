import { type SqlTransaction, statement } from '@mallhive/db';
import { newId } from '@mallhive/kernel';
import { accountOf, type InstrumentKind } from '../gift-cards/instrument.ts';
import { captureEntries, type Entry, feeEntries } from './entries.ts';
import { lostEntries } from './lost-entries.ts';
import type { Allocation } from './part.ts';
import { type OpenPart, type RefundPart, refundEntries } from './refund-entries.ts';

export interface LedgerTransaction {
  /** Unique: the same fact is booked once. */
  reference: string;
  kind: 'issue' | 'end' | 'capture' | 'fee' | 'refund' | 'refund_lost' | 'release' | 'payout' | 'payout_failed';
  orderId: string | null;
  paymentId: string | null;
  currency: string;
  at: Date;
  entries: readonly Entry[];
}

interface Hold {
  paymentId: string;
  subOrderId: string;
  sellerId: string;
  currency: string;
  amount: number;
}

/** A payment as far as the books need it. */
export interface BookedPayment {
  id: string;
  orderId: string;
  provider: string;
  currency: string;
  country: string;
  allocations: readonly Allocation[];
}

/** What a seller's balance changes by, in one row a seller and currency. */
const changes = `select e."sellerId" as seller_id, t.currency,
       coalesce(-sum(e.amount) filter (where e.account like 'seller\\_hold:%'), 0) as held,
       coalesce(-sum(e.amount) filter (where e.account like 'seller:%'), 0) as available
     from e join t on t.id = e."transactionId"
     where e.account like 'seller:%' or e.account like 'seller\\_hold:%' group by 1, 2`;

/**
 * Transactions, entries, the sellers' balances and new holds in one statement. The sellers' rows are locked by it until the
 * transaction ends, in the order of their ids; the accounts of the marketplace have no row to wait for.
 * A seller may occur in one transaction of a call only, so that a balance after it is that transaction's.
 */
const bookSql = (balanced: string, cause = 'true', [transactions, entries, holds] = ['$1', '$2', '$3']) =>
  `t as (
     select * from jsonb_to_recordset(${transactions}::jsonb) as t(id uuid, reference text, kind text, "orderId" uuid, "paymentId" uuid,
       currency text, at timestamptz) where ${cause}
   ), e as (
     select * from jsonb_to_recordset(${entries}::jsonb) as e("transactionId" uuid, account text, "sellerId" uuid, "subOrderId" uuid, amount int)
     where ${cause}
   ), booked as (
     insert into payments.ledger_transactions (id, reference, kind, order_id, payment_id, currency, at)
     select id, reference, kind, "orderId", "paymentId", currency, at from t
   ), held as (
     insert into payments.seller_holds (payment_id, sub_order_id, seller_id, currency, amount)
     select * from jsonb_to_recordset(${holds}::jsonb) as h("paymentId" uuid, "subOrderId" uuid, "sellerId" uuid, currency text, amount int)
     where ${cause}
   ), ${balanced}, entered as (
   insert into payments.ledger_entries (id, transaction_id, account, seller_id, sub_order_id, amount, move, balance_after)
   select gen_random_uuid(), e."transactionId", e.account, e."sellerId", e."subOrderId", e.amount, m.moves,
     case when e.account like 'seller:%' then -m.available else -m.held end
   from e join t on t.id = e."transactionId"
   left join balanced m on m.seller_id = e."sellerId" and m.currency = t.currency
     and (e.account like 'seller:%' or e.account like 'seller\\_hold:%')
   returning 1
   )`;
const returning = 'returning b.seller_id, b.currency, b.held, b.available, b.moves';
/** Money comes in: it may be the seller's first. */
const balancedByIncome = `balanced as (
     insert into payments.seller_balances as b (seller_id, currency, held, available, moves)
     select seller_id, currency, held, available, 1 from (${changes}) c order by 1, 2
     on conflict (seller_id, currency) do update
       set held = b.held + excluded.held, available = b.available + excluded.available, moves = b.moves + 1
     ${returning}
   )`;
const bookIncome = statement('payments.book-income', `with ${bookSql(balancedByIncome)} select count(*) from entered`);
/** The books of a capture beside the change that the CTE `cause` is: nothing when it has no row. */
export const captureSql = (cause: string, places: [transactions: string, entries: string, holds: string]): string =>
  bookSql(balancedByIncome, `exists (select from ${cause})`, places);
/** Money goes on or back: whoever it is taken from has a balance. */
const balancedLater = `c as (${changes}),
   locked as (
     select b.seller_id, b.currency from payments.seller_balances b join c on c.seller_id = b.seller_id and c.currency = b.currency
     order by 1, 2 for update of b
   ), balanced as (
     update payments.seller_balances b set held = b.held + c.held, available = b.available + c.available, moves = b.moves + 1
     from c join locked l on l.seller_id = c.seller_id and l.currency = c.currency
     where b.seller_id = c.seller_id and b.currency = c.currency
     ${returning}
   )`;
const bookLater = statement('payments.book-later', `with ${bookSql(balancedLater)} select count(*) from entered`);
const booked = statement(
  'payments.booked-of-payment',
  `select e.account, e.seller_id as "sellerId", e.sub_order_id as "subOrderId", sum(e.amount) as amount
   from payments.ledger_entries e join payments.ledger_transactions t on t.id = e.transaction_id
   where t.payment_id = $1::uuid and t.kind in ('capture', 'refund', 'refund_lost') and e.sub_order_id is not null
   group by 1, 2, 3 order by 3, 1`,
);
const ofTransaction = statement(
  'payments.entries-of-transaction',
  `select e.account, e.seller_id as "sellerId", e.sub_order_id as "subOrderId", e.amount
   from payments.ledger_entries e join payments.ledger_transactions t on t.id = e.transaction_id
   where t.reference = $1 order by e.sub_order_id, e.account`,
);
const lockHolds = statement(
  'payments.lock-holds',
  `select sub_order_id as "subOrderId", amount from payments.seller_holds where payment_id = $1::uuid order by sub_order_id for update`,
);
const lessenHolds = statement(
  'payments.lessen-holds',
  `update payments.seller_holds h set amount = h.amount - x.amount
   from jsonb_to_recordset($2::jsonb) as x("subOrderId" uuid, amount int)
   where h.payment_id = $1::uuid and h.sub_order_id = x."subOrderId"`,
);

/** The one writer of the books. Throws when a reference is there already. */
export async function bookTransactions(
  tx: SqlTransaction,
  transactions: readonly LedgerTransaction[],
  holds: readonly Hold[] = [],
): Promise<void> {
  const write = transactions.some(({ kind }) => kind === 'capture') ? bookIncome : bookLater;
  await tx.sql.execute(write, bookValues(transactions, holds));
}

function bookValues(transactions: readonly LedgerTransaction[], holds: readonly Hold[]): [string, string, string] {
  const named = transactions.map((transaction) => ({ ...transaction, id: newId(transaction.at.getTime()) }));
  const entries = named.flatMap(({ id, entries }) => entries.map((entry) => ({ ...entry, transactionId: id })));
  const rows = named.map(({ entries: _, ...row }) => row);
  return [JSON.stringify(rows), JSON.stringify(entries), JSON.stringify(holds)];
}

export interface Capture {
  /** What the provider keeps. */
  fee: number;
  /** What gift cards and credit gave. */
  spent?: readonly { kind: InstrumentKind; amount: number }[];
  at: Date;
}

/** A payment's capture, once: what each seller gets is held. */
export async function bookCapture(tx: SqlTransaction, payment: BookedPayment, capture: Capture): Promise<void> {
  await tx.sql.execute(bookIncome, captureValues(payment, capture));
}

/** For `captureSql`. */
export function captureValues(
  payment: BookedPayment,
  { fee, spent = [], at }: Capture,
): [transactions: string, entries: string, holds: string] {
  const { id: paymentId, orderId, provider, country, currency, allocations } = payment;
  const entries = captureEntries(
    provider,
    country,
    allocations,
    spent.map(({ kind, amount }) => ({ account: accountOf(kind), amount })),
  );
  const facts = { orderId, paymentId, currency, at };
  const transactions: LedgerTransaction[] = [{ ...facts, reference: `capture:${paymentId}`, kind: 'capture', entries }];
  if (fee > 0) {
    transactions.push({ ...facts, reference: `fee:${paymentId}`, kind: 'fee', entries: feeEntries(provider, fee) });
  }
  const holds = allocations.map(({ sellerId, subOrderId }) => ({
    paymentId,
    subOrderId,
    sellerId,
    currency,
    amount: -entries
      .filter((entry) => entry.subOrderId === subOrderId && entry.account.startsWith('seller_hold:'))
      .reduce((sum, entry) => sum + entry.amount, 0),
  }));
  return bookValues(transactions, holds);
}

interface BookedRow {
  account: string;
  sellerId: string;
  subOrderId: string;
  amount: number;
}

function openParts(rows: readonly BookedRow[], held: ReadonlyMap<string, number>): OpenPart[] {
  const bySubOrder = Map.groupBy(rows, ({ subOrderId }) => subOrderId);
  return [...bySubOrder].map(([subOrderId, entries]) => {
    const ofKind = (kind: (account: string) => boolean, sign: 1 | -1) =>
      entries
        .filter(({ account, amount }) => kind(account) && amount !== 0)
        .map(({ account, amount }) => ({ account, amount: sign * amount }));
    const isSeller = (account: string) => account.startsWith('seller');
    const isPromotion = (account: string) => account.startsWith('promotion:');
    return {
      sellerId: entries[0]?.sellerId ?? '',
      subOrderId,
      seller: ofKind(isSeller, -1).reduce((sum, { amount }) => sum + amount, 0),
      others: ofKind((account) => !isSeller(account) && !isPromotion(account), -1),
      promotions: ofKind(isPromotion, 1),
      held: held.get(subOrderId) ?? 0,
    };
  });
}

/** A refund of `amount`; `parts` says whose money goes back. The payment's row is locked by the caller. */
export async function bookRefund(
  tx: SqlTransaction,
  payment: BookedPayment,
  {
    refundId,
    amount,
    to = [],
    parts,
    at,
  }: {
    refundId: string;
    amount: number;
    /** Of it: what stays here. The rest goes back by the provider. */
    to?: readonly { kind: InstrumentKind; amount: number }[];
    parts?: readonly RefundPart[];
    at: Date;
  },
): Promise<void> {
  const holds = await tx.sql.many<{ subOrderId: string; amount: number }>(lockHolds, [payment.id]);
  const rows = await tx.sql.many<BookedRow>(booked, [payment.id]);
  const open = openParts(rows, new Map(holds.map((hold) => [hold.subOrderId, hold.amount])));
  const entries = refundEntries(
    payment.provider,
    open,
    amount,
    parts,
    to.map((part) => ({ account: accountOf(part.kind), amount: part.amount })),
  );
  const { id: paymentId, orderId, currency } = payment;
  await bookTransactions(tx, [
    { reference: `refund:${refundId}`, kind: 'refund', orderId, paymentId, currency, at, entries },
  ]);
  const less = entries.filter(({ account }) => account.startsWith('seller_hold:'));
  if (less.length > 0) await tx.sql.execute(lessenHolds, [paymentId, JSON.stringify(less)]);
}

/** What the provider was to send comes back to it and to those who had given it. The payment's row is locked by the caller. */
export async function bookLostRefund(
  tx: SqlTransaction,
  { id: paymentId, orderId, currency, provider }: BookedPayment,
  { refundId, at }: { refundId: string; at: Date },
): Promise<void> {
  const before = await tx.sql.many<Entry>(ofTransaction, [`refund:${refundId}`]);
  const entries = lostEntries(provider, before);
  await bookTransactions(tx, [
    { reference: `refund_lost:${refundId}`, kind: 'refund_lost', orderId, paymentId, currency, at, entries },
  ]);
}
