import type { Clock } from '@mallhive/kernel';
import type { AccountRepository } from './account.repository.ts';
import { invalidCredentials, stepUpRequired } from './errors.ts';
import { securityChanged } from './events.ts';
import { demandStrongPassword } from './password-policy.ts';
import type { PasswordHasher } from './ports.ts';
import type { Caller, ProvePassword, StepUp } from './step-up.ts';

/** Ends all other sessions. Somebody who came by an outside issuer has no password yet: then a fresh sign-in is the proof. */
export function createChangePassword(deps: {
  accounts: AccountRepository;
  passwords: PasswordHasher;
  provePassword: ProvePassword;
  stepUp: StepUp;
  clock: Clock;
}) {
  return async (caller: Caller, input: { current?: string | undefined; password: string }): Promise<{ ok: true }> => {
    const account = await deps.accounts.byId(caller.userId);
    if (!account) throw invalidCredentials();
    if (!caller.sessionId) throw stepUpRequired();
    if (account.password_hash) await deps.provePassword(account, input.current ?? '', caller);
    else await deps.stepUp.demand(caller);
    await demandStrongPassword(input.password, account);
    const passwordHash = await deps.passwords.hash(input.password);
    const now = deps.clock.now();
    const event = securityChanged.create({ userId: account.id, change: 'password_changed' }, now);
    await deps.accounts.changePassword(account.id, caller.sessionId, passwordHash, now, event);
    return { ok: true };
  };
}
