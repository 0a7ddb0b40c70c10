import { publicProcedure } from '@mallhive/trpc';
import { signInInput, signInOutput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const signIn = (identity: Identity) =>
  publicProcedure
    .input(signInInput)
    .output(signInOutput)
    .mutation(({ input, ctx }) =>
      identity.signIn({ ...input, userAgent: input.userAgent ?? ctx.userAgent, address: ctx.ip }),
    );
