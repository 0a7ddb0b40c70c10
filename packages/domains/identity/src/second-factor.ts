import type { Clock } from '@mallhive/kernel';
import { renderSVG } from 'uqr';
import type { AccountRepository } from './account.repository.ts';
import { secondFactorOff, secondFactorOn, setupCodeInvalid, stepUpRequired } from './errors.ts';
import { securityChanged } from './events.ts';
import type { Keyed } from './keyed.ts';
import type { Limits } from './limits.ts';
import type { SecondFactorRepository } from './second-factor.repository.ts';
import { recoveryCodeHash } from './second-factor-check.ts';
import type { Caller, StepUp } from './step-up.ts';
import { matchTotp, newRecoveryCode, newTotpSecret, totpUri } from './totp.ts';

const recoveryCodes = 10;
/** A set-up that was begun must be finished within this time. */
const setupMs = 30 * 60_000;

interface Dependencies {
  accounts: AccountRepository;
  factors: SecondFactorRepository;
  stepUp: StepUp;
  limits: Limits;
  keyed: Keyed;
  clock: Clock;
}

export function createSecondFactor(deps: Dependencies) {
  const newCodes = (userId: string) => {
    const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
    return { codes, hashes: codes.map((code) => recoveryCodeHash(deps.keyed, userId, code)) };
  };
  return {
    /** A new secret; not in force before `confirm`. */
    start: async (caller: Caller): Promise<{ secret: string; uri: string; qr: string }> => {
      await deps.stepUp.demand(caller);
      const account = await deps.accounts.byId(caller.userId);
      if (!account) throw stepUpRequired();
      const secret = newTotpSecret();
      if (!(await deps.factors.begin(account, secret, deps.clock.now()))) throw secondFactorOn();
      const uri = totpUri(secret, account.email);
      return { secret, uri, qr: `data:image/svg+xml,${encodeURIComponent(renderSVG(uri))}` };
    },

    confirm: async (caller: Caller, code: string): Promise<{ recoveryCodes: string[] }> => {
      await deps.stepUp.demand(caller);
      await deps.limits.attempt('code', `setup ${caller.userId}`, {
        address: caller.address,
        device: caller.sessionId,
      });
      const now = deps.clock.now();
      const secret = await deps.factors.begun(caller.userId, new Date(now.getTime() - setupMs));
      if (!secret) throw secondFactorOff();
      const step = matchTotp(secret, code, now);
      if (step === null) throw setupCodeInvalid();
      const { codes, hashes } = newCodes(caller.userId);
      const event = securityChanged.create({ userId: caller.userId, change: 'second_factor_on' }, now);
      if (!(await deps.factors.confirm(caller.userId, step, hashes, now, event))) throw secondFactorOn();
      return { recoveryCodes: codes };
    },

    renewCodes: async (caller: Caller): Promise<{ recoveryCodes: string[] }> => {
      await deps.stepUp.demand(caller);
      const { codes, hashes } = newCodes(caller.userId);
      const now = deps.clock.now();
      const event = securityChanged.create({ userId: caller.userId, change: 'recovery_codes_renewed' }, now);
      if (!(await deps.factors.renewCodes(caller.userId, hashes, event))) throw secondFactorOff();
      return { recoveryCodes: codes };
    },

    remove: async (caller: Caller): Promise<{ ok: true }> => {
      await deps.stepUp.demand(caller);
      const event = securityChanged.create({ userId: caller.userId, change: 'second_factor_off' }, deps.clock.now());
      await deps.factors.remove(caller.userId, event);
      return { ok: true };
    },
  };
}
