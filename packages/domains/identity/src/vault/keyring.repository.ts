import { type Database, statement, withSqlTransaction } from '@mallhive/db';
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

/** Every column that begins with the id of the key-encryption key it hangs on. */
const columns = {
  users: ['identity.users', 'id', 'data_key'],
  sellers: ['identity.sellers', 'id', 'data_key'],
  signingKeys: ['identity.signing_keys', 'id', 'private_sealed'],
} as const;
export type KeyPlace = keyof typeof columns;
const places = Object.keys(columns) as KeyPlace[];

const oldIn = Object.fromEntries(
  places.map((place) => {
    const [table, id, column] = columns[place];
    return [
      place,
      statement(
        `identity.old-data-keys-${place}`,
        `select ${id}::text as id, ${column} as "dataKey" from ${table}
         where ${column} is not null and ${column} not like $1 || ':%' and ${id}::text > $2 order by ${id}::text limit $3`,
      ),
    ];
  }),
) as Record<KeyPlace, ReturnType<typeof statement>>;
const replaceIn = Object.fromEntries(
  places.map((place) => {
    const [table, id, column] = columns[place];
    return [
      place,
      statement(
        `identity.replace-data-keys-${place}`,
        `update ${table} t set ${column} = d.after from jsonb_to_recordset($1::jsonb) as d(id text, before text, after text)
         where t.${id}::text = d.id and t.${column} = d.before`,
      ),
    ];
  }),
) as Record<KeyPlace, ReturnType<typeof statement>>;
const countOld = statement(
  'identity.count-old-data-keys',
  `select ${places
    .map((place) => {
      const [table, , column] = columns[place];
      return `(select count(*) from ${table} where ${column} is not null and ${column} not like $1 || ':%')`;
    })
    .join(' + ')} as n`,
);
const removeRetired = statement(
  'identity.remove-retired-keys',
  `delete from identity.encryption_keys k where k.retired_at < $1 and not k.id::text = any($2::text[]) ${places
    .map((place) => {
      const [table, , column] = columns[place];
      return `and not exists (select from ${table} where ${column} like k.id || ':%')`;
    })
    .join(' ')}`,
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
    /** The data key of now retires, and `fresh` takes its place. */
    replaceCurrent: (fresh: Omit<KeyRow, 'retiredAt'>, now: Date) =>
      withSqlTransaction(db, async (tx) => {
        await tx.sql.execute(retire, [now]);
        await tx.sql.execute(insertMissing, [JSON.stringify([fresh]), now]);
      }),
    places,
    /** Data keys under another key than `current`, by id, after `after`. */
    oldDataKeys: (place: KeyPlace, current: string, after: string, limit: number) =>
      db.sql.many<{ id: string; dataKey: string }>(oldIn[place], [current, after, limit]),
    /** Rows that were written meanwhile keep what they have. Answers how many changed. */
    replaceDataKeys: (place: KeyPlace, rows: readonly { id: string; before: string; after: string }[]) =>
      db.sql.execute(replaceIn[place], [JSON.stringify(rows)]),
    countOld: async (current: string): Promise<number> => (await db.sql.one<{ n: number }>(countOld, [current])).n,
    /** Retired before `before` and wrapping nothing any more, neither here nor elsewhere (`inUse`). Answers how many went. */
    removeRetired: (before: Date, inUse: readonly string[]) => db.sql.execute(removeRetired, [before, inUse]),
  };
}
