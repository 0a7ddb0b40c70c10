import { appendAudit, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { AuditEntry } from '@mallhive/kernel';
import type { Frequency } from './period.ts';

export interface PayoutSetting {
  sellerId: string;
  frequency: Frequency;
  minimum: number;
  method: string;
  /** Sealed. */
  destination: string;
  masked: string;
  updatedAt: Date;
}

const columns = `seller_id as "sellerId", frequency, minimum, method, destination, masked, updated_at as "updatedAt"`;
const find = statement(
  'payments.payout-setting',
  `select ${columns} from payments.payout_settings where seller_id = $1::uuid`,
);
const lock = statement(
  'payments.payout-setting-lock',
  `select ${columns} from payments.payout_settings where seller_id = $1::uuid for update`,
);
const save = statement(
  'payments.save-payout-setting',
  `insert into payments.payout_settings (seller_id, frequency, minimum, method, destination, masked, updated_at)
   values ($1::uuid, $2, $3::int, $4, $5, $6, $7::timestamptz)
   on conflict (seller_id) do update set frequency = excluded.frequency, minimum = excluded.minimum, method = excluded.method,
     destination = excluded.destination, masked = excluded.masked, updated_at = excluded.updated_at`,
);
/** Sealed texts under another key than the one of now, wherever they stand. */
const oldSeals = statement(
  'payments.old-seals',
  `select id, sealed as "dataKey" from (
     select 'seller:' || seller_id as id, destination as sealed from payments.payout_settings
     union all select 'payout:' || id, destination from payments.payouts
   ) s where sealed not like $1 || ':%' and id > $2 order by id limit $3::int`,
);
const replaceSeals = statement(
  'payments.replace-seals',
  `with d as (select * from jsonb_to_recordset($1::jsonb) as d(id text, before text, after text)), s as (
     update payments.payout_settings t set destination = d.after from d where 'seller:' || t.seller_id = d.id and t.destination = d.before returning 1
   ), p as (
     update payments.payouts t set destination = d.after from d where 'payout:' || t.id = d.id and t.destination = d.before returning 1
   ) select (select count(*) from s) + (select count(*) from p) as n`,
);
const sealKeys = statement(
  'payments.seal-keys',
  `select distinct split_part(sealed, ':', 1) as id from (
     select destination as sealed from payments.payout_settings union all select destination from payments.payouts) s`,
);

export function createSettingsRepository(db: Database) {
  return {
    find: (sellerId: string) => db.sql.maybe<PayoutSetting>(find, [sellerId]),
    save: (sellerId: string, audit: AuditEntry, make: (before: PayoutSetting | null) => PayoutSetting) =>
      withSqlTransaction(db, async (tx) => {
        const next = make(await tx.sql.maybe<PayoutSetting>(lock, [sellerId]));
        const { frequency, minimum, method, destination, masked, updatedAt } = next;
        await tx.sql.execute(save, [sellerId, frequency, minimum, method, destination, masked, updatedAt]);
        await appendAudit(tx, 'payments', [audit]);
      }),
    oldSeals: (current: string, after: string, limit: number) =>
      db.sql.many<{ id: string; dataKey: string }>(oldSeals, [current, after, limit]),
    replaceSeals: async (rows: readonly { id: string; before: string; after: string }[]) =>
      (await db.sql.one<{ n: number }>(replaceSeals, [JSON.stringify(rows)])).n,
    sealKeys: async () => (await db.sql.many<{ id: string }>(sealKeys)).map(({ id }) => id),
  };
}
export type SettingsRepository = ReturnType<typeof createSettingsRepository>;
