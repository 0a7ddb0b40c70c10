import { type Clock, newId } from '@mallhive/kernel';
import { userRegistered } from './events.ts';
import type { PasswordHasher } from './ports.ts';
import type { UserRepository } from './user.repository.ts';

/**
 * Opens an account. Says the same, after the same work, when the e-mail address has one already, so that nobody
 * learns who shops here. The existing account is not touched.
 */
export function createRegister(deps: { users: UserRepository; passwords: PasswordHasher; clock: Clock }) {
  return async (input: { email: string; name: string; password: string }): Promise<{ ok: true }> => {
    const passwordHash = await deps.passwords.hash(input.password);
    const id = newId();
    const { email, name } = input;
    await deps.users.insert(
      { id, email, name, passwordHash, createdAt: deps.clock.now() },
      userRegistered.create({ userId: id, email, name }, deps.clock.now()),
    );
    return { ok: true };
  };
}
