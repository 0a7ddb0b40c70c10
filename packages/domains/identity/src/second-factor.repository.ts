import { appendEvents, type Database, type SqlTransaction, statement, withSqlTransaction } from '@mallhive/db';
import type { DomainEvent } from '@mallhive/kernel';
import type { Vault } from './vault/vault.ts';

const begin = statement(
  'identity.begin-totp',
  `insert into identity.totps as t (user_id, secret_sealed, created_at) values ($1, $2, $3)
   on conflict (user_id) do update set secret_sealed = $2, created_at = $3, last_step = 0 where t.confirmed_at is null
   returning user_id`,
);
const begun = statement(
  'identity.begun-totp',
  `select t.secret_sealed, u.data_key from identity.totps t join identity.users u on u.id = t.user_id
   where t.user_id = $1 and t.confirmed_at is null and t.created_at > $2`,
);
const confirm = statement(
  'identity.confirm-totp',
  'update identity.totps set confirmed_at = $2, last_step = $3 where user_id = $1 and confirmed_at is null',
);
const remove = statement('identity.remove-totp', 'delete from identity.totps where user_id = $1');
const inForce = statement(
  'identity.totp-in-force',
  'select 1 as "inForce" from identity.totps where user_id = $1 and confirmed_at is not null for update',
);
const takeStep = statement(
  'identity.take-totp-step',
  'update identity.totps set last_step = $2 where user_id = $1 and last_step < $2',
);
const takeCode = statement(
  'identity.take-recovery-code',
  'update identity.recovery_codes set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null',
);
const dropCodes = statement('identity.drop-recovery-codes', 'delete from identity.recovery_codes where user_id = $1');
const insertCodes = statement(
  'identity.insert-recovery-codes',
  'insert into identity.recovery_codes (user_id, code_hash) select $1, h from unnest($2::text[]) h',
);

export type SecondFactorRepository = ReturnType<typeof createSecondFactorRepository>;

export function createSecondFactorRepository(db: Database, vault: Vault) {
  const replaceCodes = async (tx: SqlTransaction, userId: string, hashes: readonly string[]) => {
    await tx.sql.execute(dropCodes, [userId]);
    await tx.sql.execute(insertCodes, [userId, hashes]);
  };
  return {
    /** False when one is in force. Beginning again replaces what was begun. */
    begin: async (account: { id: string; data_key: string }, secret: string, now: Date): Promise<boolean> => {
      const sealed = (await vault.with(account.data_key)).seal('totp', secret);
      return (await db.sql.maybe(begin, [account.id, sealed, now])) !== null;
    },
    /** The secret begun after `since`, not in force yet. */
    begun: async (userId: string, since: Date): Promise<string | null> => {
      const row = await db.sql.maybe<{ secret_sealed: string; data_key: string }>(begun, [userId, since]);
      return row && (await vault.with(row.data_key)).open('totp', row.secret_sealed);
    },
    confirm: (userId: string, step: number, hashes: readonly string[], now: Date, event: DomainEvent) =>
      withSqlTransaction(db, async (tx) => {
        if ((await tx.sql.execute(confirm, [userId, now, step])) === 0) return false;
        await replaceCodes(tx, userId, hashes);
        await appendEvents(tx, 'identity', [event]);
        return true;
      }),
    /** Without an event when there was none. */
    remove: (userId: string, event: DomainEvent) =>
      withSqlTransaction(db, async (tx) => {
        const was = await tx.sql.maybe(inForce, [userId]);
        await tx.sql.execute(remove, [userId]);
        await tx.sql.execute(dropCodes, [userId]);
        if (was) await appendEvents(tx, 'identity', [event]);
      }),
    /** False when no second factor is in force. */
    renewCodes: (userId: string, hashes: readonly string[], event: DomainEvent) =>
      withSqlTransaction(db, async (tx) => {
        if (!(await tx.sql.maybe(inForce, [userId]))) return false;
        await replaceCodes(tx, userId, hashes);
        await appendEvents(tx, 'identity', [event]);
        return true;
      }),
    /** False when this step or a later one was taken already. */
    takeStep: async (userId: string, step: number) => (await db.sql.execute(takeStep, [userId, step])) === 1,
    /** False when it is unknown or used. */
    takeRecoveryCode: (userId: string, hash: string, now: Date, event: DomainEvent) =>
      withSqlTransaction(db, async (tx) => {
        if ((await tx.sql.execute(takeCode, [userId, hash, now])) === 0) return false;
        await appendEvents(tx, 'identity', [event]);
        return true;
      }),
  };
}
