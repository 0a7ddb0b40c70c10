import { publicProcedure } from '@mallhive/trpc';
import { signInOutput, signInSecondFactorInput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const signInSecondFactor = (identity: Identity) =>
  publicProcedure
    .input(signInSecondFactorInput)
    .output(signInOutput)
    .mutation(({ input, ctx }) =>
      identity.signInSecondFactor({ ...input, userAgent: input.userAgent ?? ctx.userAgent, address: ctx.ip }),
    );
