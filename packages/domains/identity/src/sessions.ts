import type { Clock } from '@mallhive/kernel';
import type { AccountRepository } from './account.repository.ts';
import type { User } from './contract.ts';
import type { SessionRepository } from './session.repository.ts';
import type { Caller } from './step-up.ts';
import type { UserRepository } from './user.repository.ts';
import { toUser } from './user.ts';

/** `last used` is as exact as this; a write for every request would cost more than it tells. */
const touchMs = 10 * 60_000;

/** Whose session this is, read anew each time: a revoked session ends with the next request. */
export function createFindSession(deps: { users: UserRepository; sessions: SessionRepository; clock: Clock }) {
  return async (sessionId: string): Promise<User | null> => {
    const now = deps.clock.now();
    const row = await deps.users.findBySession(sessionId, now);
    if (!row) return null;
    const before = new Date(now.getTime() - touchMs);
    if (row.last_used_at < before) await deps.sessions.touch(sessionId, now, before);
    return toUser(row);
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

export function createRevokeOtherSessions(deps: { accounts: AccountRepository; clock: Clock }) {
  return async ({ userId, sessionId }: Caller): Promise<{ revoked: number }> => {
    if (!sessionId) return { revoked: 0 };
    return { revoked: await deps.accounts.endOtherSessions(userId, sessionId, deps.clock.now()) };
  };
}
