import {
  appendAudit,
  appendEvents,
  type Database,
  type SqlTransaction,
  statement,
  withSqlTransaction,
} from '@mallhive/db';
import { type AuditEntry, type Currency, type DomainEvent, newId } from '@mallhive/kernel';
import { bookTransactions } from '../ledger/ledger.repository.ts';
import { holdsIn } from './hold.repository.ts';
import { accountOf, type Hold, type Instrument, type InstrumentKind, type MovementKind } from './instrument.ts';

const columns = `id, kind, currency, last4, user_id as "userId", issued, balance, held, status, expires_at as "expiresAt", email, locale,
  note, created_at as "createdAt"`;

const byHashes = statement(
  'payments.gift-cards-by-code',
  `select ${columns}, code_hash as "codeHash" from payments.instruments where code_hash = any($1::text[])`,
);
const creditOfPerson = statement(
  'payments.credit-of-person',
  `select ${columns} from payments.instruments where user_id = $1::uuid and currency = $2`,
);
const creditsOfPerson = statement(
  'payments.credits-of-person',
  `select ${columns} from payments.instruments where user_id = $1::uuid order by currency`,
);
const byId = statement('payments.instrument', `select ${columns} from payments.instruments where id = $1::uuid`);
const lock = statement(
  'payments.lock-instrument',
  `select ${columns} from payments.instruments where id = $1::uuid for update`,
);
const hashOf = statement(
  'payments.gift-card-hash',
  'select code_hash as hash from payments.instruments where id = $1::uuid',
);
const list = statement(
  'payments.gift-cards',
  `select ${columns} from payments.instruments
   where kind = 'gift_card' and ($1::text is null or status = $1) and ($2::text is null or last4 = upper($2) or position(lower($2) in lower(email)) > 0)
     and ($3::timestamptz is null or (created_at, id) < ($3::timestamptz, $4::uuid))
   order by created_at desc, id desc limit $5::int`,
);
const totals = statement(
  'payments.instrument-totals',
  `select kind, currency, count(*)::int as count, sum(balance) as balance, sum(held) as held from payments.instruments
   where balance > 0 group by 1, 2 order by 1, 2`,
);
const movements = statement(
  'payments.instrument-movements',
  `select instrument_id as "instrumentId", kind, amount, balance_after as "balanceAfter", order_id as "orderId", note, at
   from payments.instrument_movements where instrument_id = any($1::uuid[]) order by at desc, id desc limit $2::int`,
);
const insertCard = statement(
  'payments.insert-gift-card',
  `insert into payments.instruments (id, kind, currency, code_hash, last4, balance, expires_at, email, locale, note, created_by, created_at, updated_at)
   values ($1::uuid, 'gift_card', $2, $3, $4, 0, $5::timestamptz, $6, $7, $8, $9::uuid, $10::timestamptz, $10::timestamptz)
   on conflict do nothing`,
);
const move = statement(
  'payments.move-instrument',
  `with moved as (
     update payments.instruments set balance = balance + $2::int, issued = issued + greatest($2::int, 0), updated_at = $5::timestamptz
     where id = $1::uuid returning id, balance
   )
   insert into payments.instrument_movements (id, instrument_id, kind, amount, balance_after, reference, by, note, at)
   select $8::uuid, id, $3, $2::int, balance, $4, $6::uuid, $7, $5::timestamptz from moved`,
);
const known = statement('payments.movement-known', 'select id from payments.instrument_movements where reference = $1');
const setStatus = statement(
  'payments.set-instrument-status',
  'update payments.instruments set status = $2, updated_at = $3::timestamptz where id = $1::uuid',
);
const forget = statement(
  'payments.forget-credit',
  `update payments.instruments set user_id = null, status = 'closed', note = '', updated_at = $2::timestamptz where id = $1::uuid`,
);
const forgetMail = statement(
  'payments.forget-gift-card-mail',
  `update payments.instruments set email = null, note = '', updated_at = $2::timestamptz where kind = 'gift_card' and lower(email) = $1`,
);
const due = statement(
  'payments.instruments-due',
  `select id from payments.instruments where status = 'active' and expires_at <= $1::timestamptz order by expires_at limit $2::int`,
);
const stale = statement(
  'payments.stale-holds',
  `select distinct payment_id as id from payments.instrument_holds where status = 'held' and created_at <= $1::timestamptz limit $2::int`,
);
const ofPayment = statement(
  'payments.holds-of',
  `select h.instrument_id as "instrumentId", i.kind, i.last4, h.amount, h.refunded, h.status
   from payments.instrument_holds h join payments.instruments i on i.id = h.instrument_id where h.payment_id = $1::uuid order by i.kind, i.id`,
);

export interface Movement {
  instrumentId: string;
  kind: MovementKind;
  amount: number;
  balanceAfter: number;
  orderId: string | null;
  note: string;
  at: Date;
}

export interface Change {
  /** Above zero: given. Below: taken away. */
  amount: number;
  kind: MovementKind;
  /** The same reference is the same change. */
  reference: string;
  by: string | null;
  note: string;
  at: Date;
}

const lockedInstrument = (tx: SqlTransaction, instrument: Instrument) => ({
  instrument,
  known: async (reference: string) => (await tx.sql.maybe(known, [reference])) !== null,
  /** Changes the balance, writes it down, and books it: the marketplace bears what it gives and gets what ends. */
  async change({ amount, kind, reference, by, note, at }: Change): Promise<void> {
    const { id, currency } = instrument;
    await tx.sql.execute(move, [id, amount, kind, reference, at, by, note, newId(at.getTime())]);
    const whose = { sellerId: null, subOrderId: null };
    const entries = [
      { account: 'goodwill', ...whose, amount },
      { account: accountOf(instrument.kind), ...whose, amount: -amount },
    ];
    const facts = { orderId: null, paymentId: null, currency, at, entries };
    await bookTransactions(tx, [{ ...facts, reference, kind: amount > 0 ? 'issue' : 'end' }]);
  },
  setStatus: (status: Instrument['status'], at: Date) => tx.sql.execute(setStatus, [instrument.id, status, at]),
  forget: (at: Date) => tx.sql.execute(forget, [instrument.id, at]),
  append: (events: readonly DomainEvent[]) => appendEvents(tx, 'payments', events),
  audit: (entry: AuditEntry) => appendAudit(tx, 'payments', [entry]),
});
export type LockedInstrument = ReturnType<typeof lockedInstrument>;

export function createInstrumentRepository(db: Database) {
  async function lockedBy<Value>(
    tx: SqlTransaction,
    id: string,
    work: (instrument: LockedInstrument) => Promise<Value>,
  ): Promise<Value | null> {
    const instrument = await tx.sql.maybe<Instrument>(lock, [id]);
    return instrument && work(lockedInstrument(tx, instrument));
  }
  return {
    byHashes: (hashes: readonly string[]) => db.sql.many<Instrument & { codeHash: string }>(byHashes, [hashes]),
    credit: (userId: string, currency: Currency) => db.sql.maybe<Instrument>(creditOfPerson, [userId, currency]),
    credits: (userId: string) => db.sql.many<Instrument>(creditsOfPerson, [userId]),
    byId: (id: string) => db.sql.maybe<Instrument>(byId, [id]),
    hashOf: async (id: string) => (await db.sql.maybe<{ hash: string | null }>(hashOf, [id]))?.hash ?? null,
    /** Gift cards, newest first; `search`: the end of a code, or a part of the address it went to. */
    list: (status: string | null, search: string | null, after: { at: Date; id: string } | null, limit: number) =>
      db.sql.many<Instrument>(list, [status, search, after?.at ?? null, after?.id ?? null, limit]),
    totals: () =>
      db.sql.many<{ kind: InstrumentKind; currency: Currency; count: number; balance: number; held: number }>(totals),
    movements: (ids: readonly string[], limit: number) => db.sql.many<Movement>(movements, [ids, limit]),
    ofPayment: (paymentId: string) => db.sql.many<Hold>(ofPayment, [paymentId]),
    due: async (now: Date, limit: number) => (await db.sql.many<{ id: string }>(due, [now, limit])).map(({ id }) => id),
    /** Payments for which something is held since then. */
    stale: async (since: Date, limit: number) =>
      (await db.sql.many<{ id: string }>(stale, [since, limit])).map(({ id }) => id),
    forgetMail: (email: string, now: Date) => db.sql.execute(forgetMail, [email, now]),

    withLocked: <Value>(id: string, work: (instrument: LockedInstrument) => Promise<Value>) =>
      withSqlTransaction(db, (tx) => lockedBy(tx, id, work)),
    /** A new card without a balance, for `work` to fill; null when there is one of this id. */
    withNewCard: <Value>(
      card: {
        id: string;
        currency: Currency;
        codeHash: string;
        last4: string;
        expiresAt: Date | null;
        email: string | null;
        locale: string;
        note: string;
        createdBy: string;
        at: Date;
      },
      work: (instrument: LockedInstrument) => Promise<Value>,
    ) =>
      withSqlTransaction(db, async (tx) => {
        const { id, currency, codeHash, last4, expiresAt, email, locale, note, createdBy, at } = card;
        const values = [id, currency, codeHash, last4, expiresAt, email, locale, note, createdBy, at];
        return (await tx.sql.execute(insertCard, values)) === 0 ? null : lockedBy(tx, id, work);
      }),
    /** A person's credit, made when there is none. */
    withCredit: <Value>(
      userId: string,
      currency: Currency,
      at: Date,
      work: (instrument: LockedInstrument) => Promise<Value>,
    ) => withSqlTransaction(db, async (tx) => lockedBy(tx, await holdsIn(tx).creditOf(userId, currency, at), work)),
  };
}
export type InstrumentRepository = ReturnType<typeof createInstrumentRepository>;
