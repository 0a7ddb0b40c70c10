import { shopperProcedure } from '@mallhive/trpc';
import { revokeSessionInput, revokeSessionOutput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const revokeSession = (identity: Identity) =>
  shopperProcedure
    .input(revokeSessionInput)
    .output(revokeSessionOutput)
    .mutation(({ input, ctx }) => identity.revokeSession({ userId: ctx.user.id, sessionId: input.id }));
