import { publicProcedure } from '@mallhive/trpc';
import { checkPasswordInput, checkPasswordOutput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const checkPassword = (identity: Identity) =>
  publicProcedure
    .input(checkPasswordInput)
    .output(checkPasswordOutput)
    .mutation(({ input, ctx }) => identity.checkPassword({ ...input, address: ctx.ip }));
