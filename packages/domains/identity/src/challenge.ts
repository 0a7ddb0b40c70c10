import type { Clock } from '@mallhive/kernel';
import { z } from 'zod';
import type { Account } from './account.repository.ts';
import { challengeInvalid } from './errors.ts';
import { type Keyed, readSigned, writeSigned } from './keyed.ts';

const minutes = 5;
const purpose = 'challenge';
const contentSchema = z.tuple([z.uuid(), z.int(), z.int(), z.string()]);

/** What the first step of a sign-in hands over for the second. Stored nowhere; worthless after a change of the password. */
export function createChallenges(deps: { keyed: Keyed; clock: Clock }) {
  const version = (account: Account) => account.password_changed_at?.getTime() ?? 0;
  return {
    /** `method`: how the first step was taken. */
    make: (account: Account, method: string): string => {
      const until = deps.clock.now().getTime() + minutes * 60_000;
      const content = JSON.stringify([account.id, until, version(account), method]);
      return writeSigned(deps.keyed, purpose, Buffer.from(content).toString('base64url'));
    },
    /** Throws `challenge_invalid`. */
    read: (challenge: string): { userId: string; method: string; holds(account: Account): boolean } => {
      const text = readSigned(deps.keyed, purpose, challenge);
      if (!text) throw challengeInvalid();
      const [userId, until, of, method] = contentSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
      if (until < deps.clock.now().getTime()) throw challengeInvalid();
      return { userId, method, holds: (account) => version(account) === of };
    },
  };
}

export type Challenges = ReturnType<typeof createChallenges>;
