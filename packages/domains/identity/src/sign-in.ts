import { type Clock, newId } from '@mallhive/kernel';
import type { User } from './contract.ts';
import type { Devices } from './devices.ts';
import { invalidCredentials } from './errors.ts';
import type { PasswordHasher } from './ports.ts';
import type { SessionRepository } from './session.repository.ts';
import type { UserRepository } from './user.repository.ts';
import { toUser } from './user.ts';

export const sessionDays = 30;

/** Opens a session. Every refusal costs one look-up and one verification, so time tells nothing either. */
export function createSignIn(deps: {
  users: UserRepository;
  sessions: SessionRepository;
  passwords: PasswordHasher;
  devices: Devices;
  clock: Clock;
}) {
  // Verified against when there is no account or no password; nobody knows a password that fits.
  let decoy: Promise<string> | undefined;

  return async (input: {
    email: string;
    password: string;
    userAgent?: string | undefined;
    device?: string | undefined;
  }): Promise<{ user: User; sessionId: string; expiresAt: string; device: string }> => {
    decoy ??= deps.passwords.hash(newId());
    const decoyHash = await decoy;
    const row = await deps.users.findByEmail(input.email);
    const matches = await deps.passwords.verify(row?.password_hash ?? decoyHash, input.password);
    if (!row?.password_hash || row.disabled_at || !matches) throw invalidCredentials();

    const createdAt = deps.clock.now();
    const expiresAt = new Date(createdAt.getTime() + sessionDays * 86_400_000);
    const sessionId = newId(createdAt.getTime());
    const userAgent = input.userAgent ?? '';
    await deps.sessions.insert({ id: sessionId, userId: row.id, userAgent, method: 'password', createdAt, expiresAt });
    const device = deps.devices.tokenFor(row.email, deps.devices.known(row.email, input.device));
    return { user: toUser(row), sessionId, expiresAt: expiresAt.toISOString(), device };
  };
}
