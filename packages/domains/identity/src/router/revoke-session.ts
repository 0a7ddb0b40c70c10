import { shopperProcedure } from '@mallhive/trpc';
import { okOutput, revokeSessionInput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const revokeSession = (identity: Identity) =>
  shopperProcedure
    .input(revokeSessionInput)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.revokeSession({ userId: ctx.user.id, sessionId: input.id }));
