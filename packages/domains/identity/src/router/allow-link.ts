import { shopperProcedure } from '@mallhive/trpc';
import { okOutput, providerInput } from '../contract.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const allowLink = (identity: Identity) =>
  shopperProcedure
    .input(providerInput)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.allowLink(callerOf(ctx), input.provider));
