import { publicProcedure } from '@mallhive/trpc';
import { linkTokenInput, okOutput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const confirmEmailChange = (identity: Identity) =>
  publicProcedure
    .input(linkTokenInput)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.confirmEmailChange({ ...input, address: ctx.ip }));
