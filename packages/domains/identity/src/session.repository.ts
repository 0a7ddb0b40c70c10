import type { Database } from '@mallhive/db';

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
    insert: async (row: Omit<SessionRow, 'lastUsedAt'>) => {
      await session.create({ data: { ...row, lastUsedAt: row.createdAt, confirmedAt: row.createdAt } });
    },
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
