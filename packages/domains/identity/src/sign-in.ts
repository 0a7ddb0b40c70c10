import { newId } from '@mallhive/kernel';
import type { AccountRepository } from './account.repository.ts';
import type { Challenges } from './challenge.ts';
import type { Devices } from './devices.ts';
import { challengeInvalid, invalidCredentials, secondFactorRequired } from './errors.ts';
import type { Limits } from './limits.ts';
import type { OpenSession, SignedIn, Visitor } from './open-session.ts';
import type { PasswordHasher } from './ports.ts';
import type { SecondFactorCheck } from './second-factor-check.ts';

interface Dependencies {
  accounts: AccountRepository;
  passwords: PasswordHasher;
  devices: Devices;
  limits: Limits;
  challenges: Challenges;
  openSession: OpenSession;
  checkCode: SecondFactorCheck;
}

/** Opens a session. Every refusal costs one look-up and one verification, so time tells nothing either. */
export function createSignIn(deps: Dependencies) {
  // Verified against when there is no account or no password; nobody knows a password that fits.
  let decoy: Promise<string> | undefined;

  return async (
    input: { email: string; password: string; method?: 'password' | 'token' } & Visitor,
  ): Promise<SignedIn> => {
    const source = { address: input.address, device: deps.devices.known(input.email, input.device) };
    await deps.limits.byAddress('signIn', input.address);
    await deps.limits.attempt('password', input.email, source);

    decoy ??= deps.passwords.hash(newId());
    const decoyHash = await decoy;
    const account = await deps.accounts.byEmail(input.email);
    const matches = await deps.passwords.verify(account?.password_hash ?? decoyHash, input.password);
    if (!account?.password_hash || account.disabled_at || !matches) throw invalidCredentials();

    await deps.limits.succeeded('password', input.email, source);
    if (deps.passwords.isOld(account.password_hash)) {
      await deps.accounts.rehash(account.id, account.password_hash, await deps.passwords.hash(input.password));
    }
    const method = input.method ?? 'password';
    if (account.totpSecret) throw secondFactorRequired(deps.challenges.make(account, method));
    return deps.openSession(account, input, method);
  };
}

/** The second step, with what the first one handed over. */
export function createSignInSecondFactor(deps: Dependencies) {
  return async (input: { challenge: string; code: string } & Visitor): Promise<SignedIn> => {
    await deps.limits.byAddress('signIn', input.address);
    const challenge = deps.challenges.read(input.challenge);
    const account = await deps.accounts.byId(challenge.userId);
    // The second factor may have been removed meanwhile: then the first step is taken again, without it.
    if (!account?.totpSecret || account.disabled_at || !challenge.holds(account)) throw challengeInvalid();
    const source = { address: input.address, device: deps.devices.known(account.email, input.device) };
    await deps.checkCode(account, input.code, source);
    return deps.openSession(account, input, challenge.method);
  };
}
