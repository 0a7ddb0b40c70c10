import { appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { userRegistered } from './events.ts';
import type { UserRow } from './user.ts';

const memberships = `coalesce((
  select json_agg(json_build_object('sellerId', m.seller_id, 'slug', s.slug, 'name', s.name, 'role', m.role) order by s.name)
  from identity.memberships m join identity.sellers s on s.id = m.seller_id
  where m.user_id = u.id
), '[]'::json) as memberships`;

const byEmail = statement(
  'identity.user-by-email',
  `select u.id, u.email, u.name, u.is_admin, u.email_verified_at, u.password_hash, u.disabled_at, ${memberships}
   from identity.users u where u.email = $1`,
);
const bySession = statement(
  'identity.user-by-session',
  `select u.id, u.email, u.name, u.is_admin, u.email_verified_at, ${memberships}
   from identity.sessions e join identity.users u on u.id = e.user_id
   where e.id = $1 and e.revoked_at is null and e.expires_at > $2 and u.disabled_at is null`,
);
const insert = statement(
  'identity.insert-user',
  `insert into identity.users (id, email, name, password_hash, created_at) values ($1, $2, $3, $4, $5)
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

export function createUserRepository(db: Database) {
  return {
    findByEmail: (email: string) =>
      db.sql.maybe<UserRow & { password_hash: string | null; disabled_at: Date | null }>(byEmail, [email]),

    /** Null when the session is unknown, revoked or over, or its user disabled. */
    findBySession: (sessionId: string, now: Date) => db.sql.maybe<UserRow>(bySession, [sessionId, now]),

    /** False when the e-mail address has an account already; nothing is written then. */
    insert: (user: NewUser, event: ReturnType<typeof userRegistered.create>) =>
      withSqlTransaction(db, async (tx) => {
        const { id, email, name, passwordHash, createdAt } = user;
        const row = await tx.sql.maybe(insert, [id, email, name, passwordHash, createdAt]);
        if (row) await appendEvents(tx, 'identity', [event]);
        return row !== null;
      }),
  };
}
