import { publicProcedure } from '@mallhive/trpc';
import { registerInput, registerOutput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const register = (identity: Identity) =>
  publicProcedure
    .input(registerInput)
    .output(registerOutput)
    .mutation(({ input, ctx }) => identity.register({ ...input, address: ctx.ip }));
