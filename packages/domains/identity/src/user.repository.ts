import { appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { userRegistered } from './events.ts';
import { openPerson, type SealedPerson, sealedPerson, sealPerson } from './person.ts';
import type { UserRow } from './user.ts';
import type { Vault } from './vault/vault.ts';

/** Of `identity.users u`, as `UserRow` has them. */
export const memberships = `coalesce((
  select json_agg(json_build_object('sellerId', m.seller_id, 'slug', s.slug, 'name', s.name, 'role', m.role) order by s.name)
  from identity.memberships m join identity.sellers s on s.id = m.seller_id
  where m.user_id = u.id
), '[]'::json) as memberships`;

const byEmail = statement(
  'identity.user-by-email',
  `select u.id, ${sealedPerson}, u.is_admin, u.email_verified_at, u.password_hash, u.disabled_at, ${memberships}
   from identity.users u where u.email_index = $1`,
);
const bySession = statement(
  'identity.user-by-session',
  `select u.id, ${sealedPerson}, u.is_admin, u.email_verified_at, ${memberships}
   from identity.sessions e join identity.users u on u.id = e.user_id
   where e.id = $1 and e.revoked_at is null and e.expires_at > $2 and u.disabled_at is null`,
);
const insert = statement(
  'identity.insert-user',
  `insert into identity.users (id, email, email_index, name, data_key, password_hash, created_at)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict do nothing returning id`,
);

export interface NewUser {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  createdAt: Date;
}

export type UserRepository = ReturnType<typeof createUserRepository>;

export function createUserRepository(db: Database, vault: Vault) {
  const open = async <Row extends SealedPerson>(row: Row | null) =>
    row && { ...row, ...(await openPerson(vault, row)) };
  return {
    findByEmail: async (email: string) =>
      open(
        await db.sql.maybe<UserRow & SealedPerson & { password_hash: string | null; disabled_at: Date | null }>(
          byEmail,
          [await vault.emailIndex(email)],
        ),
      ),

    /** Null when the session is unknown, revoked or over, or its user disabled. */
    findBySession: async (sessionId: string, now: Date) =>
      open(await db.sql.maybe<UserRow & SealedPerson>(bySession, [sessionId, now])),

    /** False when the e-mail address has an account already; nothing is written then. */
    insert: async (user: NewUser, event: ReturnType<typeof userRegistered.create>) => {
      const { id, passwordHash, createdAt } = user;
      const { email, emailIndex, name, dataKey } = await sealPerson(vault, user);
      return withSqlTransaction(db, async (tx) => {
        const row = await tx.sql.maybe(insert, [id, email, emailIndex, name, dataKey, passwordHash, createdAt]);
        if (row) await appendEvents(tx, 'identity', [event]);
        return row !== null;
      });
    },
  };
}
