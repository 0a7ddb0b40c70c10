import { appendAudit, type Database, statement, withSqlTransaction } from '@mallhive/db';

type AuditEntry = Parameters<typeof appendAudit>[2][number];

const columns = `k.id, k.seller_id as "sellerId", k.name, k.prefix, k.scopes, k.created_by as "createdBy", k.created_at as "createdAt",
  k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt"`;

const list = statement(
  'identity.api-keys',
  `select ${columns} from identity.api_keys k where k.seller_id = $1 and (k.revoked_at is null or k.revoked_at > $2)
   order by k.created_at desc, k.id desc`,
);
/** The row of the organisation serialises, so that two at once do not both become the last that is allowed. */
const lockSeller = statement(
  'identity.lock-seller',
  'select 1 as found from identity.sellers where id = $1 for update',
);
const countUsable = statement(
  'identity.count-api-keys',
  `select count(*) as n from identity.api_keys
   where seller_id = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
);
const insert = statement(
  'identity.insert-api-key',
  `insert into identity.api_keys (id, seller_id, name, prefix, key_hash, scopes, created_by, created_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const revoke = statement(
  'identity.revoke-api-key',
  `update identity.api_keys set revoked_at = $3 where id = $1 and seller_id = $2 and revoked_at is null`,
);
const exists = statement(
  'identity.api-key-exists',
  'select 1 as found from identity.api_keys where id = $1 and seller_id = $2',
);
/** By the unique prefix; the caller compares the hash. */
const byPrefix = statement(
  'identity.api-key-by-prefix',
  `select ${columns}, k.key_hash as "keyHash", s.slug, s.name as "sellerName", s.status
   from identity.api_keys k join identity.sellers s on s.id = k.seller_id
   where k.prefix = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2)`,
);
const touch = statement(
  'identity.touch-api-key',
  'update identity.api_keys set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $3)',
);

export interface ApiKeyRow {
  id: string;
  sellerId: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdBy: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}
export interface UsableApiKey extends ApiKeyRow {
  keyHash: string;
  slug: string;
  sellerName: string;
  status: string;
}

export type ApiKeyRepository = ReturnType<typeof createApiKeyRepository>;

export function createApiKeyRepository(db: Database) {
  return {
    list: (sellerId: string, revokedSince: Date) => db.sql.many<ApiKeyRow>(list, [sellerId, revokedSince]),
    /** False when the organisation has `maximum` usable ones. */
    insert: (
      row: Omit<ApiKeyRow, 'lastUsedAt' | 'revokedAt'> & { keyHash: string },
      maximum: number,
      audit: AuditEntry,
    ) =>
      withSqlTransaction(db, async (tx) => {
        await tx.sql.maybe(lockSeller, [row.sellerId]);
        const { n } = await tx.sql.one<{ n: number }>(countUsable, [row.sellerId, row.createdAt]);
        if (n >= maximum) return false;
        const { id, sellerId, name, prefix, keyHash, scopes, createdBy, createdAt, expiresAt } = row;
        await tx.sql.execute(insert, [id, sellerId, name, prefix, keyHash, scopes, createdBy, createdAt, expiresAt]);
        await appendAudit(tx, 'identity', [audit]);
        return true;
      }),
    /** False when the organisation has no such key; one that is revoked already stays as it is. */
    revoke: (sellerId: string, id: string, now: Date, audit: AuditEntry) =>
      withSqlTransaction(db, async (tx) => {
        if ((await tx.sql.execute(revoke, [id, sellerId, now])) === 1) {
          await appendAudit(tx, 'identity', [audit]);
          return true;
        }
        return (await tx.sql.maybe(exists, [id, sellerId])) !== null;
      }),
    usable: (prefix: string, now: Date) => db.sql.maybe<UsableApiKey>(byPrefix, [prefix, now]),
    touch: (id: string, now: Date, before: Date) => db.sql.execute(touch, [id, now, before]),
  };
}
