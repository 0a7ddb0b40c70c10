import type { Clock } from '@mallhive/kernel';
import type { User } from './contract.ts';
import type { SessionRepository } from './session.repository.ts';
import type { UserRepository } from './user.repository.ts';
import { toUser } from './user.ts';

/** Whose session this is, read anew each time: a revoked session ends with the next request. */
export function createFindSession(deps: { users: UserRepository; clock: Clock }) {
  return async (sessionId: string): Promise<User | null> => {
    const row = await deps.users.findBySession(sessionId, deps.clock.now());
    return row ? toUser(row) : null;
  };
}

export function createListSessions(deps: { sessions: SessionRepository; clock: Clock }) {
  return async (input: { userId: string; currentSessionId: string | null }) => {
    const rows = await deps.sessions.listOpen(input.userId, deps.clock.now());
    return {
      sessions: rows.map((row) => ({
        id: row.id,
        userAgent: row.userAgent,
        method: row.method,
        createdAt: row.createdAt.toISOString(),
        lastUsedAt: row.lastUsedAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
        current: row.id === input.currentSessionId,
      })),
    };
  };
}

/** Also sign-out. Repeating it, or naming somebody else's session, changes nothing. */
export function createRevokeSession(deps: { sessions: SessionRepository; clock: Clock }) {
  return async (input: { userId: string; sessionId: string }): Promise<{ ok: true }> => {
    await deps.sessions.revoke(input.userId, input.sessionId, deps.clock.now());
    return { ok: true };
  };
}
