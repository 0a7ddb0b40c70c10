import { publicProcedure } from '@mallhive/trpc';
import { okOutput, requestPasswordResetInput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const requestPasswordReset = (identity: Identity) =>
  publicProcedure
    .input(requestPasswordResetInput)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.requestPasswordReset({ ...input, address: ctx.ip }));
