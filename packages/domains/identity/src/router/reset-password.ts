import { publicProcedure } from '@mallhive/trpc';
import { okOutput, resetPasswordInput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const resetPassword = (identity: Identity) =>
  publicProcedure
    .input(resetPasswordInput)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.resetPassword({ ...input, address: ctx.ip }));
