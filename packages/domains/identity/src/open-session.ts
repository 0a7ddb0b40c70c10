import { type Clock, newId } from '@mallhive/kernel';
import type { Account } from './account.repository.ts';
import type { User } from './contract.ts';
import type { Devices } from './devices.ts';
import type { SessionRepository } from './session.repository.ts';
import { toUser } from './user.ts';

export const sessionDays = 30;

export interface SignedIn {
  user: User;
  sessionId: string;
  expiresAt: string;
  /** Keep it on the device; a later sign-in with it is not slowed down by others' attempts. */
  device: string;
}

export interface Visitor {
  /** Absent: the shop itself, which is not limited. */
  address?: string | undefined;
  userAgent?: string | undefined;
  device?: string | undefined;
}

export type OpenSession = ReturnType<typeof createOpenSession>;

/** The last step of every way in. */
export function createOpenSession(deps: { sessions: SessionRepository; devices: Devices; clock: Clock }) {
  return async (account: Account, visitor: Visitor, method: string): Promise<SignedIn> => {
    const createdAt = deps.clock.now();
    const expiresAt = new Date(createdAt.getTime() + sessionDays * 86_400_000);
    const sessionId = newId(createdAt.getTime());
    const userAgent = visitor.userAgent ?? '';
    const known = deps.devices.known(account.email, visitor.device);
    const session = { id: sessionId, userId: account.id, userAgent, method, createdAt, expiresAt };
    await deps.sessions.insert(session, known === null);
    const device = deps.devices.tokenFor(account.email, known);
    return { user: toUser(account), sessionId, expiresAt: expiresAt.toISOString(), device };
  };
}
