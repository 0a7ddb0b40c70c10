import { shopperProcedure } from '@mallhive/trpc';
import { okOutput, providerInput } from '../contract.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const unlinkExternal = (identity: Identity) =>
  shopperProcedure
    .input(providerInput)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.unlinkExternal(callerOf(ctx), input.provider));
