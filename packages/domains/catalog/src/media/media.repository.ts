import { type Database, statement, withSqlTransaction } from '@mallhive/db';

const reserveObject = statement(
  'catalog.reserve-object',
  `insert into catalog.media_objects as o (hash, bytes, width, height, created_at) values ($1, $2, $3, $4, $5)
   on conflict (hash) do update set hash = excluded.hash where o.deleting_at is null
   returning stored_at as "storedAt"`,
);
const reserveAsset = statement(
  'catalog.reserve-asset',
  `insert into catalog.media_assets as a (owner_id, hash, created_at) values ($1, $2, $3)
   on conflict (owner_id, hash) do update set created_at = excluded.created_at returning (xmax = 0) as fresh`,
);
const takeSpace = statement(
  'catalog.take-space',
  `insert into catalog.media_usage as u (owner_id, bytes, files) select $1::uuid, $2::bigint, 1 where $2::bigint <= $3::bigint
   on conflict (owner_id) do update set bytes = u.bytes + excluded.bytes, files = u.files + 1
   where u.bytes + excluded.bytes <= $3::bigint returning bytes`,
);
const stored = statement('catalog.object-stored', 'update catalog.media_objects set stored_at = $2 where hash = $1');
const usage = statement('catalog.media-usage', 'select bytes, files from catalog.media_usage where owner_id = $1');

export interface Reservation {
  ownerId: string;
  hash: string;
  bytes: number;
  width: number;
  height: number;
  limitBytes: number;
  at: Date;
}

/** `full`: the owner has no space left. `deleting`: the clean-up holds this object. `stored`: the bytes are there already. */
export function reserve(db: Database, input: Reservation): Promise<'full' | 'deleting' | 'stored' | 'store'> {
  return withSqlTransaction(db, async (tx) => {
    const object = await tx.sql.maybe<{ storedAt: Date | null }>(reserveObject, [
      input.hash,
      input.bytes,
      input.width,
      input.height,
      input.at,
    ]);
    if (!object) return 'deleting';
    const { fresh } = await tx.sql.one<{ fresh: boolean }>(reserveAsset, [input.ownerId, input.hash, input.at]);
    if (fresh && !(await tx.sql.maybe(takeSpace, [input.ownerId, input.bytes, input.limitBytes]))) {
      throw new FullError();
    }
    return object.storedAt ? 'stored' : 'store';
  }).catch((error: unknown) => {
    if (error instanceof FullError) return 'full' as const;
    throw error;
  });
}
/** Rolls the reservation back. */
class FullError extends Error {}

export async function markStored(db: Database, hash: string, at: Date): Promise<void> {
  await db.sql.execute(stored, [hash, at]);
}

export async function readUsage(db: Database, ownerId: string): Promise<{ bytes: number; files: number }> {
  return (await db.sql.maybe<{ bytes: number; files: number }>(usage, [ownerId])) ?? { bytes: 0, files: 0 };
}
