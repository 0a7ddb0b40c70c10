import { publicProcedure } from '@mallhive/trpc';
import { signOutOutput } from '../contract.ts';
import type { Identity } from '../index.ts';

/** Public, because signing out twice is fine: the second time nobody is signed in. */
export const signOut = (identity: Identity) =>
  publicProcedure.output(signOutOutput).mutation(async ({ ctx }) => {
    if (!ctx.user || !ctx.sessionId) return { ok: true };
    return identity.revokeSession({ userId: ctx.user.id, sessionId: ctx.sessionId });
  });
