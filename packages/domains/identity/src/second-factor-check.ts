import type { Clock } from '@mallhive/kernel';
import type { Account } from './account.repository.ts';
import { codeInvalid } from './errors.ts';
import { securityChanged } from './events.ts';
import type { Keyed } from './keyed.ts';
import type { Limits, Source } from './limits.ts';
import type { SecondFactorRepository } from './second-factor.repository.ts';
import { matchTotp } from './totp.ts';

export const recoveryCodeHash = (keyed: Keyed, userId: string, code: string) =>
  keyed.sign('recovery code', `${userId} ${code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`);

export type SecondFactorCheck = ReturnType<typeof createSecondFactorCheck>;

/** Takes six digits of the app or a recovery code; each works once. Throws `code_invalid`. */
export function createSecondFactorCheck(deps: {
  factors: SecondFactorRepository;
  limits: Limits;
  keyed: Keyed;
  clock: Clock;
}) {
  return async (account: Account, code: string, source: Source): Promise<void> => {
    await deps.limits.attempt('code', account.id, source);
    if (source.address && !source.device) await deps.limits.codes(account.id, account.password_changed_at);
    const now = deps.clock.now();
    const step = account.totpSecret && /^\d{6}$/.test(code) ? matchTotp(account.totpSecret, code, now) : null;
    if (step !== null) {
      // The same code again is refused, also when two come at once.
      if (!(await deps.factors.takeStep(account.id, step))) throw codeInvalid();
    } else {
      const event = securityChanged.create({ userId: account.id, change: 'recovery_code_used' }, now);
      const hash = recoveryCodeHash(deps.keyed, account.id, code);
      if (!(await deps.factors.takeRecoveryCode(account.id, hash, now, event))) throw codeInvalid();
    }
    await deps.limits.succeeded('code', account.id, source);
  };
}
