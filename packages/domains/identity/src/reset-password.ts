import type { Clock } from '@mallhive/kernel';
import type { AccountRepository } from './account.repository.ts';
import { linkInvalid } from './errors.ts';
import { emailVerified, securityChanged } from './events.ts';
import type { Limits } from './limits.ts';
import type { Links } from './links.ts';
import { demandStrongPassword } from './password-policy.ts';
import type { PasswordHasher } from './ports.ts';

interface Dependencies {
  accounts: AccountRepository;
  links: Links;
  limits: Limits;
  passwords: PasswordHasher;
  clock: Clock;
}

/** A link by mail, if the address has an account: the same answer, look-ups and writes either way. */
export function createRequestPasswordReset(deps: Dependencies) {
  return async (input: { email: string; address?: string | undefined }): Promise<{ ok: true }> => {
    await deps.limits.byAddress('mail', input.address);
    const account = await deps.accounts.byEmail(input.email);
    if (await deps.limits.mayMail('reset_password', input.email)) {
      await deps.links.request('reset_password', account && !account.disabled_at ? account.id : null);
    }
    return { ok: true };
  };
}

/** Whoever reads the mail owns the address, so it counts as verified, and everybody who was signed in is out. */
export function createResetPassword(deps: Dependencies) {
  return async (input: { token: string; password: string; address?: string | undefined }): Promise<{ ok: true }> => {
    await deps.limits.byAddress('link', input.address);
    const link = await deps.links.read(input.token, 'reset_password');
    const account = await deps.accounts.byId(link.userId);
    if (link.usedAt || !account || account.disabled_at) throw linkInvalid();
    await demandStrongPassword(input.password, account);
    const passwordHash = await deps.passwords.hash(input.password);
    const now = deps.clock.now();
    const done = await deps.accounts.resetPassword(link.id, passwordHash, now, (userId) => [
      securityChanged.create({ userId, change: 'password_reset' }, now),
      ...(account.email_verified_at ? [] : [emailVerified.create({ userId }, now)]),
    ]);
    if (!done) throw linkInvalid();
    return { ok: true };
  };
}
