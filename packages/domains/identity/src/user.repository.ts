import { type Database, statement } from '@mallhive/db';
import { openPerson, type SealedPerson, sealedPerson } from './person.ts';
import type { UserRow } from './user.ts';
import type { Vault } from './vault/vault.ts';

/** The organisations of `identity.users u`, as one column. */
export const memberships = `coalesce((
  select json_agg(json_build_object('sellerId', m.seller_id, 'slug', s.slug, 'name', s.name, 'role', m.role,
    'status', s.status) order by s.name)
  from identity.memberships m join identity.sellers s on s.id = m.seller_id
  where m.user_id = u.id
), '[]'::json) as memberships`;

const bySession = statement(
  'identity.user-by-session',
  `select u.id, ${sealedPerson}, u.is_admin, u.email_verified_at, e.last_used_at, ${memberships}
   from identity.sessions e join identity.users u on u.id = e.user_id
   where e.id = $1 and e.revoked_at is null and e.expires_at > $2 and u.disabled_at is null`,
);
export type UserRepository = ReturnType<typeof createUserRepository>;

export function createUserRepository(db: Database, vault: Vault) {
  const open = async <Row extends SealedPerson>(row: Row | null) =>
    row && { ...row, ...(await openPerson(vault, row)) };
  return {
    /** Null when the session is unknown, revoked or over, or its user disabled. */
    findBySession: async (sessionId: string, now: Date) =>
      open(await db.sql.maybe<UserRow & SealedPerson & { last_used_at: Date }>(bySession, [sessionId, now])),
  };
}
