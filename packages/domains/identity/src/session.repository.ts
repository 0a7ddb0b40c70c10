import { appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import { deviceAdded } from './events.ts';

const insert = statement(
  'identity.insert-session',
  `insert into identity.sessions (id, user_id, user_agent, method, created_at, last_used_at, expires_at, confirmed_at)
   values ($1::uuid, $2::uuid, $3, $4, $5::timestamptz, $5::timestamptz, $6::timestamptz, $5::timestamptz)`,
);
const signIn = statement(
  'identity.sign-in-of-session',
  `select s.user_agent as "userAgent", s.created_at as at, exists (
     select from identity.sessions e where e.user_id = s.user_id and e.created_at < s.created_at
   ) as again
   from identity.sessions s where s.id = $1::uuid and s.user_id = $2::uuid and s.revoked_at is null`,
);

export interface SessionRow {
  id: string;
  userId: string;
  userAgent: string;
  method: string;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
}

export type SessionRepository = ReturnType<typeof createSessionRepository>;

export function createSessionRepository(db: Database) {
  const { session } = db.prisma;
  return {
    /** On a device that is new to the account the person is told. */
    async insert(row: Omit<SessionRow, 'lastUsedAt'>, newDevice: boolean): Promise<void> {
      const { id, userId, userAgent, method, createdAt, expiresAt } = row;
      const values = [id, userId, userAgent, method, createdAt, expiresAt];
      if (!newDevice) {
        await db.sql.execute(insert, values);
        return;
      }
      await withSqlTransaction(db, async (tx) => {
        await tx.sql.execute(insert, values);
        await appendEvents(tx, 'identity', [deviceAdded.create({ userId, sessionId: id }, createdAt)]);
      });
    },
    /** Null when it was revoked meanwhile. `again`: there were sessions of the account before. */
    signIn: (userId: string, id: string) =>
      db.sql.maybe<{ userAgent: string; at: Date; again: boolean }>(signIn, [id, userId]),
    listOpen: (userId: string, now: Date): Promise<SessionRow[]> =>
      session.findMany({
        where: { userId, revokedAt: null, expiresAt: { gt: now } },
        orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
        select: {
          id: true,
          userId: true,
          userAgent: true,
          method: true,
          createdAt: true,
          lastUsedAt: true,
          expiresAt: true,
        },
        take: 100,
      }),
    confirmedAt: async (userId: string, id: string): Promise<Date | null> =>
      (await session.findFirst({ where: { id, userId, revokedAt: null }, select: { confirmedAt: true } }))
        ?.confirmedAt ?? null,
    confirm: async (userId: string, id: string, now: Date) => {
      await session.updateMany({ where: { id, userId, revokedAt: null }, data: { confirmedAt: now } });
    },
    /** Exact to ten minutes; of many requests at once one writes. */
    touch: async (id: string, now: Date, before: Date) => {
      await session.updateMany({ where: { id, lastUsedAt: { lt: before } }, data: { lastUsedAt: now } });
    },
    /** Only sessions of `userId`; one that is revoked already stays as it is. */
    revoke: async (userId: string, id: string, now: Date) => {
      await session.updateMany({ where: { id, userId, revokedAt: null }, data: { revokedAt: now } });
    },
  };
}
