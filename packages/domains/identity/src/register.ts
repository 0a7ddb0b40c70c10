import { type Clock, defaultLocale, type Locale, newId } from '@mallhive/kernel';
import type { AccountRepository } from './account.repository.ts';
import { linkRequested, registrationRepeated, userRegistered } from './events.ts';
import type { Limits } from './limits.ts';
import type { Links } from './links.ts';
import { demandStrongPassword } from './password-policy.ts';
import type { PasswordHasher } from './ports.ts';

/**
 * Opens an account and has a link mailed to verify the address. Says the same, after the same work, when the address has
 * an account already, so that nobody learns who shops here; that account is not touched, and its owner gets a mail.
 */
export function createRegister(deps: {
  accounts: AccountRepository;
  passwords: PasswordHasher;
  limits: Limits;
  links: Links;
  clock: Clock;
}) {
  return async (input: {
    email: string;
    name: string;
    password: string;
    locale?: Locale | undefined;
    address?: string | undefined;
  }): Promise<{ ok: true }> => {
    const { email, name, locale = defaultLocale } = input;
    await deps.limits.byAddress('register', input.address);
    await demandStrongPassword(input.password, { email, name });
    const passwordHash = await deps.passwords.hash(input.password);
    const now = deps.clock.now();
    const linkId = newId(now.getTime());
    const linkExpiresAt = deps.links.expiry('verify_email', now);
    await deps.accounts.register(
      { id: newId(now.getTime()), email, name, passwordHash, locale, now, linkId, linkExpiresAt },
      ({ created, userId }) =>
        created
          ? [
              userRegistered.create({ userId, email, name }, now),
              linkRequested.create({ linkId, kind: 'verify_email' }, now),
            ]
          : [registrationRepeated.create({ userId }, now)],
    );
    return { ok: true };
  };
}
