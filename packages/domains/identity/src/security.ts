import type { Clock } from '@mallhive/kernel';
import type { z } from 'zod';
import type { securityOutput } from './contract-security.ts';
import { tokenInvalid } from './errors.ts';
import type { SecurityRepository } from './security.repository.ts';
import { type Caller, stepUpMs } from './step-up.ts';

/** What the security page shows. */
export function createReadSecurity(deps: { security: SecurityRepository; clock: Clock }) {
  return async ({ userId, sessionId }: Caller): Promise<z.output<typeof securityOutput>> => {
    const now = deps.clock.now();
    const found = await deps.security.overview(userId, sessionId, now);
    // Between the look-up of the session and this one the account went.
    if (!found) throw tokenInvalid();
    const until = (found.session_confirmed_at?.getTime() ?? 0) + stepUpMs;
    return {
      email: found.email,
      emailVerified: found.email_verified_at !== null,
      pendingEmail: found.pendingEmail,
      hasPassword: found.has_password,
      passwordChangedAt: found.password_changed_at?.toISOString() ?? null,
      secondFactor: {
        enabled: found.totp_at !== null,
        since: found.totp_at?.toISOString() ?? null,
        recoveryCodesLeft: found.codes_left,
      },
      linkedAccounts: found.linked.map((account) => ({ ...account, linkedAt: account.linkedAt.toISOString() })),
      confirmedUntil: until > now.getTime() ? new Date(until).toISOString() : null,
    };
  };
}
