import { appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { DomainEvent } from '@mallhive/kernel';

const insert = statement(
  'identity.insert-refresh-token',
  'insert into identity.refresh_tokens (token_hash, session_id, created_at) values ($1, $2, $3)',
);
const take = statement(
  'identity.take-refresh-token',
  `update identity.refresh_tokens set used_at = $2 where token_hash = $1 and used_at is null returning session_id`,
);
const find = statement(
  'identity.find-refresh-token',
  `select e.id as "sessionId", e.user_id as "userId" from identity.refresh_tokens r
   join identity.sessions e on e.id = r.session_id where r.token_hash = $1`,
);
const open = statement(
  'identity.open-session-of-token',
  `select e.user_id as "userId" from identity.sessions e join identity.users u on u.id = e.user_id
   where e.id = $1 and e.revoked_at is null and e.expires_at > $2 and u.disabled_at is null`,
);
const revoke = statement(
  'identity.revoke-session-of-token',
  'update identity.sessions set revoked_at = $2 where id = $1 and revoked_at is null',
);

export type RefreshOutcome =
  | { kind: 'rotated'; userId: string; sessionId: string }
  /** `userId`: whose session was ended because a token came twice. */
  | { kind: 'refused' };

export type RefreshTokenRepository = ReturnType<typeof createRefreshTokenRepository>;

export function createRefreshTokenRepository(db: Database) {
  return {
    insert: (hash: string, sessionId: string, now: Date) => db.sql.execute(insert, [hash, sessionId, now]),

    /** One wins when two come at once; the other is a reuse, which ends the session. */
    rotate: (hash: string, next: string, now: Date, reused: (userId: string) => DomainEvent): Promise<RefreshOutcome> =>
      withSqlTransaction(db, async (tx): Promise<RefreshOutcome> => {
        const taken = await tx.sql.maybe<{ session_id: string }>(take, [hash, now]);
        if (taken) {
          const sessionId = taken.session_id;
          const session = await tx.sql.maybe<{ userId: string }>(open, [sessionId, now]);
          if (!session) return { kind: 'refused' };
          await tx.sql.execute(insert, [next, sessionId, now]);
          return { kind: 'rotated', userId: session.userId, sessionId };
        }
        const used = await tx.sql.maybe<{ userId: string; sessionId: string }>(find, [hash]);
        if (used && (await tx.sql.execute(revoke, [used.sessionId, now])) === 1) {
          await appendEvents(tx, 'identity', [reused(used.userId)]);
        }
        return { kind: 'refused' };
      }),

    /** Also with a token that was used already: whoever has one may end the session. */
    end: async (hash: string, now: Date): Promise<void> => {
      const found = await db.sql.maybe<{ sessionId: string }>(find, [hash]);
      if (found) await db.sql.execute(revoke, [found.sessionId, now]);
    },
  };
}
