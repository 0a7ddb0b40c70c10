import { type Database, statement } from '@mallhive/db';
import type { KeyPurpose } from './keyring.ts';

const all = statement(
  'identity.encryption-keys',
  `select id, purpose, master_key_id as "masterKeyId", wrapped, retired_at as "retiredAt"
   from identity.encryption_keys order by created_at, id`,
);
const insertMissing = statement(
  'identity.insert-encryption-keys',
  `insert into identity.encryption_keys (id, purpose, master_key_id, wrapped, created_at)
   select d.id, d.purpose, d."masterKeyId", d.wrapped, $2
   from jsonb_to_recordset($1::jsonb) as d(id uuid, purpose text, "masterKeyId" text, wrapped text)
   on conflict do nothing`,
);
const replaceWrapped = statement(
  'identity.rewrap-encryption-key',
  'update identity.encryption_keys set master_key_id = $2, wrapped = $3 where id = $1 and wrapped = $4',
);
const retire = statement(
  'identity.retire-data-key',
  `update identity.encryption_keys set retired_at = $1 where purpose = 'data' and retired_at is null`,
);

export interface KeyRow {
  id: string;
  purpose: KeyPurpose;
  masterKeyId: string;
  wrapped: string;
  retiredAt: Date | null;
}

export type KeyringRepository = ReturnType<typeof createKeyringRepository>;

export function createKeyringRepository(db: Database) {
  return {
    all: () => db.sql.many<KeyRow>(all),
    /** A purpose that has a current key already keeps it. */
    insertMissing: async (rows: readonly Omit<KeyRow, 'retiredAt'>[], now: Date) => {
      await db.sql.execute(insertMissing, [JSON.stringify(rows), now]);
    },
    /** Only if nobody has wrapped it anew meanwhile. */
    replaceWrapped: async (row: Pick<KeyRow, 'id' | 'masterKeyId' | 'wrapped'>, before: string) => {
      await db.sql.execute(replaceWrapped, [row.id, row.masterKeyId, row.wrapped, before]);
    },
    retire: async (now: Date) => {
      await db.sql.execute(retire, [now]);
    },
  };
}
