import { createTestDatabase } from '@mallhive/db/testing';
import { fixedClock, isAppError, type RateLimiter } from '@mallhive/kernel';
import { createIdentity } from '../index.ts';
import { fakePasswords, testMasterKey } from '../testing.ts';
import { totpCode, totpStep } from '../totp.ts';

export const goodPassword = 'quiet otters paint fences';
export const otherPassword = 'brisk walnut harbour 12';

/** Identity on a database of its own, with a clock that the test moves and passwords that cost nothing. */
export async function openAccounts(options: { limiter?: RateLimiter } = {}) {
  const test = await createTestDatabase();
  const { prisma } = test.db;
  const passwords = fakePasswords();
  const fixed = fixedClock('2026-03-01T10:00:00Z');
  // A millisecond passes with every look, so that what happened later sorts later.
  const clock = {
    ...fixed,
    now: () => {
      fixed.advance(1);
      return fixed.now();
    },
  };
  const create = () =>
    createIdentity({ db: test.db, master: testMasterKey(), passwords, clock, secret: 'test secret', ...options });
  const identity = create();

  /** The token that the newest mail of a kind would have. */
  const mailedToken = async (kind: string): Promise<string> => {
    const link = await prisma.oneTimeLink.findFirst({ where: { kind }, orderBy: { createdAt: 'desc' } });
    return (link && (await identity.linkToken(link.id))?.token) ?? '';
  };
  return {
    ...test,
    prisma,
    passwords,
    clock,
    identity,
    create,
    mailedToken,
    /** Registers and signs in; answers what the use cases call a caller. */
    person: async (email: string, password = goodPassword) => {
      await identity.register({ email, name: 'Ann Test', password });
      const signedIn = await identity.signIn({ email, password });
      return { userId: signedIn.user.id, sessionId: signedIn.sessionId, email };
    },
    /** Switches the second factor on. */
    withSecondFactor: async (caller: { userId: string; sessionId: string | null }) => {
      const { secret } = await identity.startSecondFactor(caller);
      const { recoveryCodes } = await identity.confirmSecondFactor(caller, totpCode(secret, totpStep(clock.now())));
      clock.advance(60_000);
      return { secret, recoveryCodes, code: () => totpCode(secret, totpStep(clock.now())) };
    },
    events: async (name: string) =>
      (
        await prisma.identityOutbox.findMany({ where: { name: `identity/${name}` }, orderBy: { occurredAt: 'asc' } })
      ).map(({ data }) => data),
  };
}

/** What a call was refused with. */
export async function refusalOf(work: Promise<unknown>): Promise<{ reason: string; details: Record<string, unknown> }> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isAppError(error)) throw new Error('Expected a refusal', { cause: error });
  return { reason: error.reason, details: error.details ?? {} };
}
