import { type Clock, newId } from '@mallhive/kernel';
import type { z } from 'zod';
import type { AccountRepository } from './account.repository.ts';
import type { Challenges } from './challenge.ts';
import type { signInExternalInput, signInExternalOutput } from './contract-security.ts';
import { lastSignInMethod } from './errors.ts';
import { emailVerified, securityChanged, userRegistered } from './events.ts';
import type { ExternalRepository } from './external.repository.ts';
import type { Limits } from './limits.ts';
import type { OpenSession } from './open-session.ts';
import type { Caller, StepUp } from './step-up.ts';

type Input = z.output<typeof signInExternalInput>;
type Outcome = z.output<typeof signInExternalOutput>;

const linkMs = 5 * 60_000;
const refused = (reason: Extract<Outcome, { kind: 'refused' }>['reason']): Outcome => ({ kind: 'refused', reason });

interface Dependencies {
  accounts: AccountRepository;
  external: ExternalRepository;
  challenges: Challenges;
  openSession: OpenSession;
  stepUp: StepUp;
  limits: Limits;
  clock: Clock;
}

/**
 * Somebody whom an outside issuer vouches for. Only an account that its owner linked while signed in is opened; an address
 * that has an account here is never enough, whatever the issuer says, and neither is an account here that nobody verified.
 */
export function createSignInExternal(deps: Dependencies) {
  const enter = async (userId: string, input: Input): Promise<Outcome> => {
    const account = await deps.accounts.byId(userId);
    if (!account || account.disabled_at) return refused('disabled');
    if (account.totpSecret) return { kind: 'second_factor', challenge: deps.challenges.make(account, input.provider) };
    return { kind: 'signed_in', ...(await deps.openSession(account, input, input.provider)) };
  };

  return async ({ address, ...input }: Input & { address?: string | undefined }): Promise<Outcome> => {
    await deps.limits.byAddress('signIn', address);
    const { provider, sessionId } = input;
    const now = deps.clock.now();
    const linking = sessionId && (await deps.external.takeAllowed(sessionId, provider, now));
    const owner = await deps.external.ownerOf(input);
    if (linking) {
      if (owner === linking) return { kind: 'linked', provider };
      const event = securityChanged.create({ userId: linking, change: 'account_linked', detail: provider }, now);
      const done = !owner && (await deps.external.link(linking, input, now, event));
      return done ? { kind: 'linked', provider } : refused('linked_elsewhere');
    }
    if (owner) return enter(owner, input);

    const { email } = input;
    if (!email || !input.emailVerified) return refused('email_unverified');
    const taken = (await deps.accounts.byEmail(email)) !== null;
    const userId = newId();
    const name = input.name || (email.split('@')[0] ?? '');
    const created =
      !taken &&
      (await deps.external.createUser(
        deps.accounts,
        { ...input, email },
        { id: userId, name, locale: input.locale, now },
        [userRegistered.create({ userId, email, name }, now), emailVerified.create({ userId }, now)],
      ));
    // Of two at once one makes the account and its link; the other finds them, whenever it comes to it.
    if (created) return enter(userId, input);
    const winner = await deps.external.ownerOf(input);
    return winner ? enter(winner, input) : refused('link_first');
  };
}

/** For five minutes the next sign-in with the provider in this session links it to the account, once. */
export function createAllowLink(deps: Dependencies) {
  return async (caller: Caller, provider: string): Promise<{ ok: true }> => {
    const sessionId = await deps.stepUp.demand(caller);
    const until = new Date(deps.clock.now().getTime() + linkMs);
    await deps.external.allow(caller.userId, sessionId, provider, until);
    return { ok: true };
  };
}

export function createUnlinkExternal(deps: Dependencies) {
  return async (caller: Caller, provider: string): Promise<{ ok: true }> => {
    await deps.stepUp.demand(caller);
    const { userId } = caller;
    const event = securityChanged.create({ userId, change: 'account_unlinked', detail: provider }, deps.clock.now());
    if ((await deps.external.unlink(userId, provider, event)) === 'last') throw lastSignInMethod();
    return { ok: true };
  };
}
