import { createHash } from 'node:crypto';
import { type Clock, isAppError, newToken } from '@mallhive/kernel';
import type { z } from 'zod';
import { type AccessTokens, accessTokenSeconds } from './access-tokens.ts';
import type { tokenReplySchema } from './contract-api-access.ts';
import { tokenInvalid } from './errors.ts';
import { securityChanged } from './events.ts';
import type { Limits } from './limits.ts';
import type { SignedIn, Visitor } from './open-session.ts';
import type { RefreshTokenRepository } from './refresh-token.repository.ts';

type Reply = z.output<typeof tokenReplySchema>;

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

interface Dependencies {
  tokens: AccessTokens;
  refresh: RefreshTokenRepository;
  limits: Limits;
  clock: Clock;
  signIn(input: { email: string; password: string; method: 'token' } & Visitor): Promise<SignedIn>;
  signInSecondFactor(input: { challenge: string; code: string } & Visitor): Promise<SignedIn>;
}

/** Tokens for apps that act for a person. One session each: ending it ends all its tokens with the next request. */
export function createApiTokens(deps: Dependencies) {
  const reply = async (userId: string, sessionId: string, refreshToken: string): Promise<Reply> => ({
    accessToken: await deps.tokens.issue(userId, sessionId),
    refreshToken,
    tokenType: 'Bearer',
    expiresIn: accessTokenSeconds,
  });

  const open = async (input: { email: string; password: string; code?: string | undefined } & Visitor) => {
    try {
      return await deps.signIn({ ...input, method: 'token' });
    } catch (error) {
      const challenge = isAppError(error) && error.reason === 'second_factor_required' && error.details?.challenge;
      if (typeof challenge !== 'string' || !input.code) throw error;
      return deps.signInSecondFactor({ ...input, challenge, code: input.code });
    }
  };

  return {
    /** The refusals of a sign-in. */
    issue: async (input: { email: string; password: string; code?: string | undefined } & Visitor): Promise<Reply> => {
      const { user, sessionId } = await open(input);
      const refreshToken = newToken();
      await deps.refresh.insert(hashOf(refreshToken), sessionId, deps.clock.now());
      return reply(user.id, sessionId, refreshToken);
    },

    /** A refresh token works once. The second time somebody else has it too: the session ends, and its person is told. */
    refresh: async (input: { refreshToken: string } & Visitor): Promise<Reply> => {
      await deps.limits.byAddress('token', input.address);
      const now = deps.clock.now();
      const next = newToken();
      const outcome = await deps.refresh.rotate(hashOf(input.refreshToken), hashOf(next), now, (userId) =>
        securityChanged.create({ userId, change: 'tokens_reused' }, now),
      );
      if (outcome.kind === 'refused') throw tokenInvalid();
      return reply(outcome.userId, outcome.sessionId, next);
    },

    /** Ends the session of a refresh token, if there is one. */
    revoke: async (input: { refreshToken: string } & Visitor): Promise<void> => {
      await deps.limits.byAddress('token', input.address);
      await deps.refresh.end(hashOf(input.refreshToken), deps.clock.now());
    },
  };
}
