import {
  appendEvents,
  type Database,
  outboxSql,
  outboxValues,
  type SqlTransaction,
  statement,
  withSqlTransaction,
} from '@mallhive/db';
import { type Currency, type DomainEvent, newId } from '@mallhive/kernel';
import type { LineCommission } from './commission/commission-of.ts';
import type { PaymentStatus } from './contract.ts';
import { instrumentShort } from './gift-cards/errors.ts';
import { holdsIn } from './gift-cards/hold.repository.ts';
import type { Hold, InstrumentKind, RefundToInstrument } from './gift-cards/instrument.ts';
import {
  bookCapture,
  bookLostRefund,
  bookRefund,
  type Capture,
  captureSql,
  captureValues,
} from './ledger/ledger.repository.ts';
import type { Allocation } from './ledger/part.ts';
import type { RefundPart } from './ledger/refund-entries.ts';
import type { Payment, PaymentWithParts } from './payment.ts';

export type { Database } from '@mallhive/db';

const columns = `id, order_id as "orderId", provider, provider_ref as "providerRef", client_secret as "clientSecret", status,
  amount, covered, refunded, currency, country, card, failure_code as "failureCode", failure_message as "failureMessage", sequence,
  allocations`;

const insert = statement(
  'payments.insert',
  `with inserted as (
     insert into payments.payments (id, order_id, idempotency_key, provider, status, amount, currency, country, allocations, created_at, updated_at, covered)
     values ($1::uuid, $2::uuid, $3, $4, 'requires_method', $5::int, $6, $7, $8::jsonb, $9::timestamptz, $9::timestamptz, $11::int)
     on conflict do nothing returning *
   ), lines as (
     insert into payments.line_commissions (payment_id, order_line_id, sub_order_id, seller_id, category_id, rule_id, net, basis_points, amount)
     select inserted.id, l."orderLineId", l."subOrderId", l."sellerId", l."categoryId", l."ruleId", l.net, l."basisPoints", l.amount
     from inserted, jsonb_to_recordset($10::jsonb) as l("orderLineId" uuid, "subOrderId" uuid, "sellerId" uuid, "categoryId" uuid,
       "ruleId" uuid, net int, "basisPoints" int, amount int)
   )
   select ${columns} from (
     select * from inserted
     union all
     select * from payments.payments where idempotency_key = $3 and not exists (select from inserted)
   ) p`,
);
const setProvider = statement(
  'payments.set-provider',
  `update payments.payments set provider_ref = $2, client_secret = $3, updated_at = $4::timestamptz
   where id = $1::uuid and (provider_ref is null or provider_ref = $2) returning ${columns}`,
);
const byId = statement('payments.by-id', `select ${columns} from payments.payments where id = $1::uuid`);
const byOrders = statement(
  'payments.by-orders',
  `select distinct on (order_id) ${columns},
     case when covered = 0 then '[]' else (select jsonb_agg(jsonb_build_object('kind', i.kind, 'last4', i.last4, 'amount', h.amount,
       'status', h.status) order by i.kind, i.id) from payments.instrument_holds h join payments.instruments i on i.id = h.instrument_id
       where h.payment_id = payments.id) end as parts
   from payments.payments where order_id = any($1::uuid[]) order by order_id,
     status in ('captured', 'partially_refunded', 'refunded') desc, created_at desc`,
);
const ofOrder = statement(
  'payments.of-order',
  `select ${columns} from payments.payments where order_id = $1::uuid order by created_at, id`,
);
const held = statement(
  'payments.held',
  `select id from payments.payments where status = 'authorised' and updated_at <= $1::timestamptz order by updated_at limit $2::int`,
);
const lock = statement('payments.lock', `select ${columns} from payments.payments where id = $1::uuid for update`);
/** The row and the attempt that changed it. `still` says what must hold of the row. */
const moveSql = (still: string) =>
  `moved as (
     update payments.payments set status = $2, sequence = greatest(sequence, $3::int), card = coalesce($4, card),
       failure_code = $5, failure_message = $6, updated_at = $7::timestamptz,
       captured_at = case when $2 = 'captured' then $7::timestamptz else captured_at end
     where id = $1::uuid and ${still} returning *
   ), attempted as (
     insert into payments.attempts (id, payment_id, reference, outcome, code, message, card, at)
     select $8::uuid, id, $9, $10, $5, $6, $4, $7::timestamptz from moved on conflict (payment_id, reference) do nothing
   )`;
const isUnchanged = 'status = $11 and sequence = $12::int';
const move = statement('payments.move', `with ${moveSql('true')} select id from moved`);
const moveUnchanged = statement('payments.move-unchanged', `with ${moveSql(isUnchanged)} select ${columns} from moved`);
const captured = outboxSql('payments', 'moved', '$16', '$17');
/** The row, its attempt, the books and the event in one statement: the sellers' balances are locked as short as can be. */
const capture = statement(
  'payments.capture',
  `with ${moveSql(isUnchanged)}, ${captureSql('moved', ['$13', '$14', '$15'])},
   ${captured.appended}
   select ${columns}, ${captured.notified} from moved`,
);
const insertRefund = statement(
  'payments.insert-refund',
  `insert into payments.refunds (id, payment_id, idempotency_key, amount, reason, created_at, sub_order_id, covered, parts)
   select $1::uuid, $2::uuid, $3, $4::int, $5, $6::timestamptz, $7::uuid, $8::int, $9::jsonb`,
);
const reduce = statement(
  'payments.reduce',
  `update payments.payments set amount = amount - covered, covered = 0, allocations = $2::jsonb where id = $1::uuid returning ${columns}`,
);
const redirect = statement(
  'payments.redirect-refund',
  `update payments.refunds set covered = $2::int, parts = $3::jsonb where id = $1::uuid and status = 'pending'`,
);
const refundByKey = statement(
  'payments.refund-by-key',
  `select id, payment_id as "paymentId", idempotency_key as key, sub_order_id as "subOrderId", amount, covered, parts, reason, status
   from payments.refunds where idempotency_key = $1`,
);
const openRefunds = statement(
  'payments.open-refunds',
  `select coalesce(sum(amount), 0)::int as amount from payments.refunds where payment_id = $1::uuid and status = 'pending'`,
);
const completeRefund = statement(
  'payments.complete-refund',
  `update payments.refunds set status = 'succeeded', provider_ref = $2, completed_at = $3::timestamptz
   where id = $1::uuid and status = 'pending'`,
);
const addRefunded = statement(
  'payments.add-refunded',
  `update payments.payments set refunded = refunded + $2::int, updated_at = $3::timestamptz,
     status = case when refunded + $2::int = amount then 'refunded' else 'partially_refunded' end
   where id = $1::uuid`,
);

const loseRefund = statement(
  'payments.lose-refund',
  `with lost as (
     update payments.refunds set status = 'lost', idempotency_key = idempotency_key || ':lost:' || id
     where id = $1::uuid and status = 'succeeded' returning payment_id, amount - covered as amount
   ), less as (
     update payments.payments p set refunded = p.refunded - lost.amount, updated_at = $2::timestamptz,
       status = case when p.refunded = lost.amount then 'captured' else 'partially_refunded' end
     from lost where p.id = lost.payment_id
   )
   select amount from lost`,
);
const refundByRef = statement(
  'payments.refund-by-ref',
  `select r.id, r.payment_id as "paymentId", r.idempotency_key as key, r.sub_order_id as "subOrderId", r.amount, r.covered, r.parts,
     r.reason, r.status
   from payments.refunds r join payments.payments p on p.id = r.payment_id where r.provider_ref = $1 and p.provider = $2`,
);

const sumOf = (parts: readonly { amount: number }[]) => parts.reduce((sum, { amount }) => sum + amount, 0);

export interface RefundRow {
  id: string;
  paymentId: string;
  key: string;
  /** Whose part; null: a share of everybody's. */
  subOrderId: string | null;
  amount: number;
  /** Of it: what stays in the shop, as `parts` say. */
  covered: number;
  parts: RefundToInstrument[];
  reason: string;
  /** `lost`: the provider had taken it and could not deliver it; another row has its key. */
  status: 'pending' | 'succeeded' | 'lost';
}

/** What news makes of a payment. */
export interface PaymentMove {
  status: PaymentStatus;
  sequence: number;
  card: string | null;
  failure: { code: string; message: string } | null;
  attempt: { reference: string; outcome: string };
  at: Date;
}

function moveValues(id: string, { status, sequence, card, failure, attempt, at }: PaymentMove): unknown[] {
  const why = [failure?.code ?? null, failure?.message ?? null];
  return [id, status, sequence, card, ...why, at, newId(), attempt.reference, attempt.outcome];
}

/** What a transaction on one locked payment may do. */
export interface LockedPayment {
  payment: Payment;
  move(change: PaymentMove): Promise<void>;
  /** What gift cards and credit give to it. */
  holds(): Promise<Hold[]>;
  /** Ends what instruments hold for it: spent with the capture, or free again. */
  endHolds(how: 'take' | 'release', at: Date): Promise<readonly { kind: InstrumentKind; amount: number }[]>;
  /** Money came although what it was to be paid with besides is free again: the payment becomes what came. */
  reduce(allocations: readonly Allocation[]): Promise<Payment>;
  creditOf(userId: string, at: Date): Promise<string>;
  /** A refund that waits takes another way. */
  redirect(refundId: string, parts: readonly RefundToInstrument[]): Promise<void>;
  /** Once. `fee` is what the provider keeps of it, `spent` what gift cards and credit gave. */
  bookCapture(capture: {
    of?: Payment;
    fee: number;
    spent?: readonly { kind: InstrumentKind; amount: number }[];
    at: Date;
  }): Promise<void>;
  /** Once a refund. `parts` says whose money goes back; what it does not name falls to all in proportion. */
  bookRefund(refund: {
    refundId: string;
    amount: number;
    to?: readonly RefundToInstrument[];
    parts?: readonly RefundPart[];
    at: Date;
  }): Promise<void>;
  pendingRefunds(): Promise<number>;
  refundByKey(key: string): Promise<RefundRow | null>;
  insertRefund(refund: {
    id: string;
    key: string;
    subOrderId: string | null;
    amount: number;
    parts: readonly RefundToInstrument[];
    reason: string;
    at: Date;
  }): Promise<void>;
  /** False when somebody else completed it. */
  completeRefund(refund: { id: string; amount: number; refundRef: string; at: Date }): Promise<boolean>;
  /** Of one that was done: what the provider was to send is back, in our books as well. Null when it is not done, or lost before. */
  loseRefund(refundId: string, at: Date): Promise<{ amount: number } | null>;
  append(events: readonly DomainEvent[]): Promise<void>;
}

function locked(tx: SqlTransaction, payment: Payment): LockedPayment {
  return {
    payment,
    holds: () => holdsIn(tx).ofPayment(payment.id),
    async endHolds(how, at) {
      if (how === 'take') return holdsIn(tx).take(payment.id, at);
      await holdsIn(tx).release(payment.id, at);
      return [];
    },
    reduce: (allocations) => tx.sql.one<Payment>(reduce, [payment.id, JSON.stringify(allocations)]),
    creditOf: (userId, at) => holdsIn(tx).creditOf(userId, payment.currency, at),
    async redirect(refundId, parts) {
      await tx.sql.execute(redirect, [refundId, sumOf(parts), JSON.stringify(parts)]);
    },
    async move(change) {
      await tx.sql.execute(move, moveValues(payment.id, change));
    },
    bookCapture: ({ of = payment, ...capture }) => bookCapture(tx, of, capture),
    async bookRefund(refund) {
      const { refundId, to = [], at } = refund;
      if (to.length > 0) await holdsIn(tx).giveBack(refundId, payment.orderId, to, at);
      await bookRefund(tx, payment, refund);
    },
    pendingRefunds: async () => (await tx.sql.one<{ amount: number }>(openRefunds, [payment.id])).amount,
    refundByKey: (key) => tx.sql.maybe<RefundRow>(refundByKey, [key]),
    async insertRefund({ id, key, subOrderId, amount, parts, reason, at }) {
      const covered = sumOf(parts);
      const values = [id, payment.id, key, amount, reason, at, subOrderId, covered, JSON.stringify(parts)];
      await tx.sql.execute(insertRefund, values);
      if (covered > 0) await holdsIn(tx).planBack(payment.id, parts);
    },
    async completeRefund({ id, amount, refundRef, at }) {
      if ((await tx.sql.execute(completeRefund, [id, refundRef, at])) === 0) return false;
      await tx.sql.execute(addRefunded, [payment.id, amount, at]);
      return true;
    },
    async loseRefund(refundId, at) {
      const lost = await tx.sql.maybe<{ amount: number }>(loseRefund, [refundId, at]);
      if (lost) await bookLostRefund(tx, payment, { refundId, at });
      return lost;
    },
    append: (events) => appendEvents(tx, 'payments', events),
  };
}

/** Payment and holds together: there is no payment that counts on what was never held, and no hold without a payment. */
function insertHolding(
  db: Database,
  { id, orderId, currency, now }: { id: string; orderId: string; currency: Currency; now: Date },
  values: unknown[],
  instruments: readonly { instrumentId: string; amount: number }[],
): Promise<Payment | null> {
  return withSqlTransaction(db, async (tx) => {
    const payment = (await tx.sql.maybe<Payment>(insert, values)) ?? (await tx.sql.maybe<Payment>(insert, values));
    const held = payment?.id !== id || (await holdsIn(tx).hold({ id, orderId, currency }, instruments, now));
    if (!held) throw instrumentShort();
    return payment;
  });
}

export function createPaymentRepository(db: Database) {
  return {
    /** The payment of this key, made now or before. Null while another live payment of the order stands in its way. */
    async insert(input: {
      id: string;
      orderId: string;
      key: string;
      provider: string;
      amount: number;
      currency: Currency;
      country: string;
      allocations: readonly Allocation[];
      /** Frozen with the payment. */
      lines: readonly LineCommission[];
      /** What gift cards and credit give: held in the same transaction, all or nothing (throws `balance_changed`). */
      instruments?: readonly { instrumentId: string; amount: number }[];
      now: Date;
    }): Promise<Payment | null> {
      const { id, orderId, key, provider, amount, currency, country, now } = input;
      const facts = [JSON.stringify(input.allocations), now, JSON.stringify(input.lines)];
      const { instruments = [] } = input;
      const values = [id, orderId, key, provider, amount, currency, country, ...facts, sumOf(instruments)];
      if (instruments.length > 0) return insertHolding(db, input, values, instruments);
      // Nothing comes back when another call inserted it after our snapshot; the second look sees it.
      return (await db.sql.maybe<Payment>(insert, values)) ?? db.sql.maybe<Payment>(insert, values);
    },

    setProvider: (id: string, providerRef: string, clientSecret: string, now: Date) =>
      db.sql.one<Payment>(setProvider, [id, providerRef, clientSecret, now]),

    byId: (id: string) => db.sql.maybe<Payment>(byId, [id]),
    byOrders: (orderIds: readonly string[]) => db.sql.many<PaymentWithParts>(byOrders, [orderIds]),
    /** Every payment that was ever opened for an order, the first one first. */
    ofOrder: (orderId: string) => db.sql.many<Payment>(ofOrder, [orderId]),
    /** Payments whose money is held since then, without being taken or let go. */
    held: async (since: Date, limit: number) =>
      (await db.sql.many<{ id: string }>(held, [since, limit])).map(({ id }) => id),
    /** By what the provider calls it. */
    refundByRef: (provider: string, refundRef: string) => db.sql.maybe<RefundRow>(refundByRef, [refundRef, provider]),
    refundByKey: (key: string) => db.sql.maybe<RefundRow>(refundByKey, [key]),

    /** For a move that changes nothing but the row: null when somebody changed it since it was read. */
    moveUnchanged: ({ id, status, sequence }: Payment, change: PaymentMove) =>
      db.sql.maybe<Payment>(moveUnchanged, [...moveValues(id, change), status, sequence]),

    /** The money came, and nobody changed the payment since it was read: what `move`, `bookCapture` and `append` do. Null otherwise. */
    capture(
      payment: Payment,
      change: PaymentMove,
      booking: Capture,
      events: readonly DomainEvent[],
    ): Promise<Payment | null> {
      const { id, status, sequence } = payment;
      return db.sql.maybe<Payment>(capture, [
        ...[...moveValues(id, change), status, sequence],
        ...[...captureValues(payment, booking), ...outboxValues('payments', events)],
      ]);
    },

    /** One payment, one writer at a time. Null when it does not exist. */
    withLocked<Value>(id: string, work: (payment: LockedPayment) => Promise<Value>): Promise<Value | null> {
      return withSqlTransaction(db, async (tx) => {
        const payment = await tx.sql.maybe<Payment>(lock, [id]);
        return payment ? work(locked(tx, payment)) : null;
      });
    },
  };
}
export type PaymentRepository = ReturnType<typeof createPaymentRepository>;
