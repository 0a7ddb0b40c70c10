import {
  appendAudit,
  appendEvents,
  type Database,
  type SqlTransaction,
  statement,
  withSqlTransaction,
} from '@mallhive/db';
import { type AuditEntry, type Currency, newId } from '@mallhive/kernel';
import { payoutEnded, payoutsRequested } from '../events.ts';
import { payoutEntries } from '../ledger/entries.ts';
import { bookTransactions } from '../ledger/ledger.repository.ts';
import type { Frequency } from './period.ts';

export type PayoutStatus = 'planned' | 'sent' | 'paid' | 'failed';
export interface Payout {
  id: string;
  sellerId: string;
  currency: Currency;
  amount: number;
  status: PayoutStatus;
  method: string;
  /** Sealed. */
  destination: string;
  masked: string;
  fileId: string | null;
  failure: string | null;
  plannedAt: Date;
  sentAt: Date | null;
  endedAt: Date | null;
}
export interface PayoutFile {
  id: string;
  currency: Currency;
  count: number;
  amount: number;
  createdAt: Date;
  /** Of its payouts that nobody has settled yet. */
  open: number;
}
export interface Balance {
  currency: Currency;
  held: number;
  available: number;
  onTheWay: number;
}
export interface Candidate {
  sellerId: string;
  currency: Currency;
  frequency: Frequency;
}

const columns = `id, seller_id as "sellerId", currency, amount, status, method, destination, masked, file_id as "fileId",
  failure, planned_at as "plannedAt", sent_at as "sentAt", ended_at as "endedAt"`;
const candidates = statement(
  'payments.payout-candidates',
  `select b.seller_id as "sellerId", b.currency, s.frequency from payments.seller_balances b
   join payments.payout_settings s on s.seller_id = b.seller_id
   where b.available >= greatest(s.minimum, 1) order by b.seller_id, b.currency`,
);
const lockBalance = statement(
  'payments.payout-lock-balance',
  `select b.available, s.minimum, s.method, s.destination, s.masked from payments.seller_balances b
   join payments.payout_settings s on s.seller_id = b.seller_id
   where b.seller_id = $1::uuid and b.currency = $2 for update of b`,
);
const insert = statement(
  'payments.insert-payout',
  `insert into payments.payouts (id, key, seller_id, currency, amount, status, method, destination, masked, planned_at)
   values ($1::uuid, $2, $3::uuid, $4, $5::int, 'planned', $6, $7, $8, $9::timestamptz) on conflict (key) do nothing`,
);
const ofSeller = statement(
  'payments.payouts-of-seller',
  `select ${columns} from payments.payouts where seller_id = $1::uuid and ($2::timestamptz is null or (planned_at, id) < ($2, $3::uuid))
   order by planned_at desc, id desc limit $4::int`,
);
const list = statement(
  'payments.payouts-list',
  `select ${columns} from payments.payouts where ($1::text is null or status = $1)
     and ($2::timestamptz is null or (planned_at, id) < ($2, $3::uuid)) order by planned_at desc, id desc limit $4::int`,
);
const counts = statement(
  'payments.payout-counts',
  `select status, method = 'file' as "byFile", currency, count(*) as count, sum(amount) as amount from payments.payouts group by 1, 2, 3`,
);
const planned = statement(
  'payments.payouts-to-transfer',
  `select ${columns} from payments.payouts where status = 'planned' and method <> 'file' order by planned_at, id limit $1::int`,
);
const toFile = statement(
  'payments.payouts-to-file',
  `select ${columns} from payments.payouts where status = 'planned' and method = 'file' and currency = $1
   order by planned_at, id limit 1000 for update skip locked`,
);
const insertFile = statement(
  'payments.insert-payout-file',
  `insert into payments.payout_files (id, currency, count, amount, created_by, created_at)
   values ($1::uuid, $2, $3::int, $4::bigint, $5::uuid, $6::timestamptz)`,
);
const send = statement(
  'payments.payouts-sent',
  `update payments.payouts set status = 'sent', file_id = $2::uuid, sent_at = $3::timestamptz where id = any($1::uuid[])`,
);
const files = statement(
  'payments.payout-files',
  `select f.id, f.currency, f.count, f.amount, f.created_at as "createdAt",
     (select count(*) from payments.payouts p where p.file_id = f.id and p.status = 'sent') as open
   from payments.payout_files f order by f.created_at desc, f.id desc limit 50`,
);
const ofFile = statement(
  'payments.payouts-of-file',
  `select ${columns} from payments.payouts where file_id = $1::uuid order by id`,
);
const lockOne = statement(
  'payments.lock-payout',
  `select ${columns} from payments.payouts where id = $1::uuid for update`,
);
const lockOpenOfFile = statement(
  'payments.lock-payouts-of-file',
  `select ${columns} from payments.payouts where file_id = $1::uuid and status = 'sent' order by id for update`,
);
const end = statement(
  'payments.end-payouts',
  `update payments.payouts set status = $2, failure = $3, ended_at = $4::timestamptz, sent_at = coalesce(sent_at, $4::timestamptz),
     provider_ref = coalesce($5, provider_ref) where id = any($1::uuid[])`,
);
const balances = statement(
  'payments.balances-of-seller',
  `select b.currency, b.held, b.available,
     (select coalesce(sum(p.amount), 0) from payments.payouts p where p.seller_id = b.seller_id and p.currency = b.currency
        and p.status in ('planned', 'sent')) as "onTheWay"
   from payments.seller_balances b where b.seller_id = $1::uuid order by b.held + b.available desc, b.currency`,
);
const nextRelease = statement(
  'payments.next-release',
  `select currency, min(release_at) as at from payments.seller_holds
   where seller_id = $1::uuid and released_at is null and release_at is not null and causes = '{}' and amount > 0 group by 1`,
);

/** Entries are of 31 bits: what is more goes with the next payout. */
const largest = 2_000_000_000;

async function payBack(tx: SqlTransaction, payout: Payout, at: Date): Promise<void> {
  const { id, sellerId, currency, amount } = payout;
  const facts = { orderId: null, paymentId: null, currency, at, entries: payoutEntries(sellerId, -amount) };
  await bookTransactions(tx, [{ reference: `payout_failed:${id}`, kind: 'payout_failed', ...facts }]);
}

export function createPayoutRepository(db: Database) {
  return {
    candidates: () => db.sql.many<Candidate>(candidates),
    /**
     * What is available becomes a payout, once a key. Null when there is not enough or it was planned before. The seller's
     * balance is locked first, as every booking does: a refund comes before it and counts, or after it.
     */
    plan: (
      sellerId: string,
      currency: Currency,
      key: string,
      at: Date,
    ): Promise<Pick<Payout, 'id' | 'amount'> | null> =>
      withSqlTransaction(db, async (tx) => {
        const row = await tx.sql.maybe<{
          available: number;
          minimum: number;
          method: string;
          destination: string;
          masked: string;
        }>(lockBalance, [sellerId, currency]);
        if (!row || row.available < Math.max(row.minimum, 1)) return null;
        const amount = Math.min(row.available, largest);
        const id = newId(at.getTime());
        const { method, destination, masked } = row;
        const values = [id, key, sellerId, currency, amount, method, destination, masked, at];
        if ((await tx.sql.execute(insert, values)) === 0) return null;
        const facts = { orderId: null, paymentId: null, currency, at, entries: payoutEntries(sellerId, amount) };
        await bookTransactions(tx, [{ reference: `payout:${id}`, kind: 'payout', ...facts }]);
        return { id, amount };
      }),
    ofSeller: (sellerId: string, after: { at: Date; id: string } | null, limit: number) =>
      db.sql.many<Payout>(ofSeller, [sellerId, after?.at ?? null, after?.id ?? null, limit]),
    list: (status: PayoutStatus | null, after: { at: Date; id: string } | null, limit: number) =>
      db.sql.many<Payout>(list, [status, after?.at ?? null, after?.id ?? null, limit]),
    counts: () =>
      db.sql.many<{ status: PayoutStatus; byFile: boolean; currency: Currency; count: number; amount: number }>(counts),
    /** The run that is due every hour comes now as well. */
    request: (by: string, audit: AuditEntry) =>
      withSqlTransaction(db, async (tx) => {
        await appendAudit(tx, 'payments', [audit]);
        await appendEvents(tx, 'payments', [payoutsRequested.create({ requestedBy: by })]);
      }),
    toTransfer: (limit: number) => db.sql.many<Payout>(planned, [limit]),
    /** All planned payouts by file of a currency leave together. Null when there are none. */
    fileAway: (
      currency: Currency,
      by: string,
      at: Date,
      audit: (file: { id: string; count: number; amount: number }) => AuditEntry,
    ) =>
      withSqlTransaction(db, async (tx) => {
        const payouts = await tx.sql.many<Payout>(toFile, [currency]);
        if (payouts.length === 0) return null;
        const file = {
          id: newId(at.getTime()),
          count: payouts.length,
          amount: payouts.reduce((sum, payout) => sum + payout.amount, 0),
        };
        await tx.sql.execute(insertFile, [file.id, currency, file.count, file.amount, by, at]);
        await tx.sql.execute(send, [payouts.map(({ id }) => id), file.id, at]);
        await appendAudit(tx, 'payments', [audit(file)]);
        return file;
      }),
    files: () => db.sql.many<PayoutFile>(files),
    /** With who read it. */
    readFile: (fileId: string, audit: AuditEntry) =>
      withSqlTransaction(db, async (tx) => {
        const payouts = await tx.sql.many<Payout>(ofFile, [fileId]);
        if (payouts.length > 0) await appendAudit(tx, 'payments', [audit]);
        return payouts;
      }),
    /** `may` decides under the row's lock; it throws for what cannot be. */
    end: (
      which: { payoutId: string } | { fileId: string },
      outcome: { status: 'paid' | 'failed'; failure: string | null; providerRef?: string; at: Date },
      may: (payout: Payout) => boolean,
      audit: (payouts: readonly Payout[]) => AuditEntry[],
    ): Promise<Payout[]> =>
      withSqlTransaction(db, async (tx) => {
        const found =
          'payoutId' in which
            ? await tx.sql.many<Payout>(lockOne, [which.payoutId])
            : await tx.sql.many<Payout>(lockOpenOfFile, [which.fileId]);
        const payouts = found.filter(may);
        if (payouts.length === 0) return payouts;
        const { status, failure, at, providerRef = null } = outcome;
        await tx.sql.execute(end, [payouts.map(({ id }) => id), status, failure, at, providerRef]);
        // Sellers in the order of their ids, as every booking locks them; one at a time, so that each has its own number.
        const ordered = payouts.toSorted((a, b) => (a.sellerId < b.sellerId ? -1 : 1));
        if (status === 'failed') for (const payout of ordered) await payBack(tx, payout, at);
        await appendAudit(tx, 'payments', audit(payouts));
        const told = payouts.map(({ id: payoutId, sellerId, amount, currency }) =>
          payoutEnded.create({ payoutId, sellerId, outcome: status, amount, currency }, at),
        );
        await appendEvents(tx, 'payments', told);
        return payouts;
      }),
    balances: (sellerId: string) => db.sql.many<Balance>(balances, [sellerId]),
    nextReleases: (sellerId: string) => db.sql.many<{ currency: Currency; at: Date }>(nextRelease, [sellerId]),
  };
}
export type PayoutRepository = ReturnType<typeof createPayoutRepository>;
