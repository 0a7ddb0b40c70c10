import type { Clock } from '@mallhive/kernel';
import type { AccountRepository } from './account.repository.ts';
import { emailVerified } from './events.ts';
import type { Limits } from './limits.ts';
import type { Links } from './links.ts';

interface Dependencies {
  accounts: AccountRepository;
  links: Links;
  limits: Limits;
  clock: Clock;
}

/** A second click on a link that worked is fine while it lasts. */
export function createVerifyEmail(deps: Dependencies) {
  return async (input: { token: string; address?: string | undefined }): Promise<{ ok: true }> => {
    await deps.limits.byAddress('link', input.address);
    const link = await deps.links.read(input.token, 'verify_email');
    const now = deps.clock.now();
    await deps.accounts.verifyEmail(link.id, now, (userId) => emailVerified.create({ userId }, now));
    return { ok: true };
  };
}

/** To the caller's own address; nothing when it is verified, or when enough went there lately. */
export function createResendVerification(deps: Dependencies) {
  return async (userId: string): Promise<{ ok: true }> => {
    const account = await deps.accounts.byId(userId);
    if (account && !account.email_verified_at && (await deps.limits.mayMail('verify_email', userId))) {
      await deps.links.request('verify_email', userId);
    }
    return { ok: true };
  };
}
