import { type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { JWK } from 'jose';
import type { Vault } from './vault/vault.ts';

const usable = statement(
  'identity.signing-keys',
  `select id, public_jwk as "publicJwk", private_sealed as "privateSealed", data_key as "dataKey", active_at as "activeAt"
   from identity.signing_keys where retired_at is null or retired_at > $1 order by active_at desc, id desc`,
);
/** Two processes that both find none, or both find it old, make one: the lock lets them come one after the other. */
const lock = statement('identity.lock-signing-keys', `select pg_advisory_xact_lock(hashtext('identity.signing_keys'))`);
const newest = statement('identity.newest-signing-key', 'select max(created_at) as at from identity.signing_keys');
const insert = statement(
  'identity.insert-signing-key',
  `insert into identity.signing_keys (id, public_jwk, private_sealed, data_key, created_at, active_at)
   values ($1, $2, $3, $4, $5, $6)`,
);
const retireOthers = statement(
  'identity.retire-signing-keys',
  'update identity.signing_keys set retired_at = $2 where id <> $1 and retired_at is null',
);
const removeOld = statement('identity.remove-signing-keys', 'delete from identity.signing_keys where retired_at < $1');

interface Row {
  id: string;
  publicJwk: JWK;
  privateSealed: string;
  dataKey: string;
  activeAt: Date;
}
export interface SigningKey {
  id: string;
  publicJwk: JWK;
  privateJwk: JWK;
  activeAt: Date;
}

export type SigningKeyRepository = ReturnType<typeof createSigningKeyRepository>;

export function createSigningKeyRepository(db: Database, vault: Vault) {
  return {
    /** Published ones, the one that becomes active last first. */
    usable: async (now: Date): Promise<SigningKey[]> => {
      const rows = await db.sql.many<Row>(usable, [now]);
      return Promise.all(
        rows.map(async ({ privateSealed, dataKey, ...row }) => {
          const text = (await vault.with(dataKey)).open('signing key', privateSealed);
          return { ...row, privateJwk: JSON.parse(text) as JWK };
        }),
      );
    },
    /** Adds a key unless one was made after `since`; the others are published until `retiredAt`. False when there was one. */
    add: async (key: SigningKey, times: { now: Date; since: Date; retiredAt: Date }): Promise<boolean> => {
      const sealer = await vault.create();
      const sealed = sealer.seal('signing key', JSON.stringify(key.privateJwk));
      return withSqlTransaction(db, async (tx) => {
        await tx.sql.many(lock);
        const { at } = await tx.sql.one<{ at: Date | null }>(newest);
        if (at && at > times.since) return false;
        const values = [key.id, JSON.stringify(key.publicJwk), sealed, sealer.dataKey, times.now, key.activeAt];
        await tx.sql.execute(insert, values);
        await tx.sql.execute(retireOthers, [key.id, times.retiredAt]);
        await tx.sql.execute(removeOld, [times.now]);
        return true;
      });
    },
  };
}
