import { type SqlTransaction, statement } from '@mallhive/db';
import type { Currency } from '@mallhive/kernel';
import type { Hold, InstrumentKind, RefundToInstrument } from './instrument.ts';

const hold = statement(
  'payments.hold-instruments',
  `with wanted as (
     select * from jsonb_to_recordset($3::jsonb) as w("instrumentId" uuid, amount int)
   ), locked as (
     select i.id from payments.instruments i join wanted w on w."instrumentId" = i.id order by i.id for update of i
   ), given as (
     update payments.instruments i set held = i.held + w.amount, updated_at = $5::timestamptz
     from wanted w join locked l on l.id = w."instrumentId"
     where i.id = w."instrumentId" and i.currency = $4 and i.status = 'active'
       and (i.expires_at is null or i.expires_at > $5::timestamptz) and i.balance - i.held >= w.amount
     returning i.id, w.amount
   )
   insert into payments.instrument_holds (payment_id, order_id, instrument_id, amount, created_at)
   select $1::uuid, $2::uuid, id, amount, $5::timestamptz from given`,
);
const locked = `h as (
     select instrument_id, amount from payments.instrument_holds where payment_id = $1::uuid and status = 'held'
   ), locked as (
     select i.id from payments.instruments i join h on h.instrument_id = i.id order by i.id for update of i
   )`;
const take = statement(
  'payments.take-holds',
  `with ${locked}, ended as (
     update payments.instrument_holds set status = 'taken', ended_at = $2::timestamptz
     where payment_id = $1::uuid and status = 'held' returning instrument_id, order_id, amount
   ), moved as (
     update payments.instruments i set balance = i.balance - e.amount, held = i.held - e.amount, updated_at = $2::timestamptz
     from ended e join locked l on l.id = e.instrument_id where i.id = e.instrument_id
     returning i.id, i.kind, i.balance, e.amount, e.order_id
   ), told as (
     insert into payments.instrument_movements (id, instrument_id, kind, amount, balance_after, reference, order_id, at)
     select gen_random_uuid(), id, 'spend', -amount, balance, 'spend:' || $1 || ':' || id, order_id, $2::timestamptz from moved
   )
   select kind, sum(amount)::int as amount from moved group by kind order by kind`,
);
const release = statement(
  'payments.release-holds',
  `with ${locked}, ended as (
     update payments.instrument_holds set status = 'released', ended_at = $2::timestamptz
     where payment_id = $1::uuid and status = 'held' returning instrument_id, amount
   )
   update payments.instruments i set held = i.held - e.amount, updated_at = $2::timestamptz
   from ended e join locked l on l.id = e.instrument_id where i.id = e.instrument_id`,
);
const ofPayment = statement(
  'payments.holds-of-payment',
  `select h.instrument_id as "instrumentId", i.kind, i.last4, h.amount, h.refunded, h.status
   from payments.instrument_holds h join payments.instruments i on i.id = h.instrument_id
   where h.payment_id = $1::uuid order by i.kind, i.id`,
);
const planBack = statement(
  'payments.plan-back',
  `update payments.instrument_holds h set refunded = h.refunded + x.amount
   from jsonb_to_recordset($2::jsonb) as x("instrumentId" uuid, amount int)
   where h.payment_id = $1::uuid and h.instrument_id = x."instrumentId"`,
);
/** What comes back to a card that has run out, or soon does, can be used for ninety days. */
const giveBack = statement(
  'payments.give-back',
  `with p as (
     select "instrumentId", sum(amount)::int as amount from jsonb_to_recordset($2::jsonb) as p("instrumentId" uuid, amount int) group by 1
   ), locked as (
     select i.id from payments.instruments i join p on p."instrumentId" = i.id order by i.id for update of i
   ), moved as (
     update payments.instruments i set balance = i.balance + p.amount, updated_at = $4::timestamptz,
       status = case when i.status = 'expired' then 'active' else i.status end,
       expires_at = greatest(i.expires_at, case when i.expires_at is not null then $4::timestamptz + interval '90 days' end)
     from p join locked l on l.id = p."instrumentId" where i.id = p."instrumentId"
     returning i.id, i.balance, p.amount
   )
   insert into payments.instrument_movements (id, instrument_id, kind, amount, balance_after, reference, order_id, at)
   select gen_random_uuid(), id, 'refund', amount, balance, 'refund:' || $1 || ':' || id, $3::uuid, $4::timestamptz from moved`,
);
const creditOf = statement(
  'payments.credit-of',
  `insert into payments.instruments as i (id, kind, currency, user_id, balance, created_at, updated_at)
   values (gen_random_uuid(), 'credit', $2, $1::uuid, 0, $3::timestamptz, $3::timestamptz)
   on conflict (user_id, currency) do update set updated_at = i.updated_at returning id`,
);

/** What a payment's transaction does with instruments. Locks: the payment before, then instruments in the order of their ids. */
export const holdsIn = (tx: SqlTransaction) => ({
  /** All or nothing: false when one of them cannot give that much. The caller's transaction must not be kept then. */
  async hold(
    payment: { id: string; orderId: string; currency: Currency },
    parts: readonly { instrumentId: string; amount: number }[],
    now: Date,
  ): Promise<boolean> {
    const values = [payment.id, payment.orderId, JSON.stringify(parts), payment.currency, now];
    return (await tx.sql.execute(hold, values)) === parts.length;
  },
  /** Spends what is held; answers how much by kind. */
  take: (paymentId: string, at: Date) => tx.sql.many<{ kind: InstrumentKind; amount: number }>(take, [paymentId, at]),
  release: (paymentId: string, at: Date) => tx.sql.execute(release, [paymentId, at]),
  ofPayment: (paymentId: string) => tx.sql.many<Hold>(ofPayment, [paymentId]),
  /** Of what was taken, this goes back. */
  planBack: (paymentId: string, parts: readonly RefundToInstrument[]) =>
    tx.sql.execute(planBack, [paymentId, JSON.stringify(parts.filter(({ back }) => back))]),
  giveBack: (refundId: string, orderId: string, parts: readonly RefundToInstrument[], at: Date) =>
    tx.sql.execute(giveBack, [refundId, JSON.stringify(parts), orderId, at]),
  /** The person's credit in this currency, made now or before. */
  creditOf: async (userId: string, currency: Currency, at: Date): Promise<string> =>
    (await tx.sql.one<{ id: string }>(creditOf, [userId, currency, at])).id,
});
