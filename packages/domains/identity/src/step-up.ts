import type { Clock } from '@mallhive/kernel';
import type { Account, AccountRepository } from './account.repository.ts';
import { codeInvalid, invalidCredentials, stepUpRequired } from './errors.ts';
import type { Limits } from './limits.ts';
import type { PasswordHasher } from './ports.ts';
import type { SecondFactorCheck } from './second-factor-check.ts';
import type { SessionRepository } from './session.repository.ts';

/** So long a proof counts. */
export const stepUpMs = 15 * 60_000;

/** Who calls: a person in one of their sessions, from an address. */
export interface Caller {
  userId: string;
  sessionId: string | null;
  address?: string | undefined;
}

export type StepUp = ReturnType<typeof createStepUp>;

/** Before a sensitive change the session must have proved lately who uses it. */
export function createStepUp(deps: { sessions: SessionRepository; clock: Clock }) {
  return {
    /** Answers the session. Throws `step_up_required`. */
    demand: async ({ userId, sessionId }: Caller): Promise<string> => {
      const confirmedAt = sessionId && (await deps.sessions.confirmedAt(userId, sessionId));
      if (!sessionId || !confirmedAt || confirmedAt.getTime() + stepUpMs <= deps.clock.now().getTime()) {
        throw stepUpRequired();
      }
      return sessionId;
    },
  };
}

export function createProvePassword(deps: { limits: Limits; passwords: PasswordHasher }) {
  /** Throws `invalid_credentials`. Counts like a sign-in on a device that the account knows: the caller has a session. */
  return async (account: Account, password: string, caller: Caller): Promise<void> => {
    const source = { address: caller.address, device: caller.sessionId };
    await deps.limits.attempt('password', account.email, source);
    if (!account.password_hash || !(await deps.passwords.verify(account.password_hash, password))) {
      throw invalidCredentials();
    }
    await deps.limits.succeeded('password', account.email, source);
  };
}
export type ProvePassword = ReturnType<typeof createProvePassword>;

/** With a second factor only its code counts: the password alone may be what was stolen. */
export function createConfirmIdentity(deps: {
  accounts: AccountRepository;
  sessions: SessionRepository;
  provePassword: ProvePassword;
  checkCode: SecondFactorCheck;
  clock: Clock;
}) {
  return async (caller: Caller, proof: { password: string } | { code: string }): Promise<{ ok: true }> => {
    const account = await deps.accounts.byId(caller.userId);
    if (!account || !caller.sessionId) throw invalidCredentials();
    if ('code' in proof) {
      if (!account.totpSecret) throw codeInvalid();
      await deps.checkCode(account, proof.code, { address: caller.address, device: caller.sessionId });
    } else {
      if (account.totpSecret) throw invalidCredentials();
      await deps.provePassword(account, proof.password, caller);
    }
    await deps.sessions.confirm(caller.userId, caller.sessionId, deps.clock.now());
    return { ok: true };
  };
}
