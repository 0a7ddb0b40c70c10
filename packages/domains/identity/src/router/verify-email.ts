import { publicProcedure } from '@mallhive/trpc';
import { linkTokenInput, okOutput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const verifyEmail = (identity: Identity) =>
  publicProcedure
    .input(linkTokenInput)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.verifyEmail({ ...input, address: ctx.ip }));
