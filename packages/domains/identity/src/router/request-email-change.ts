import { shopperProcedure } from '@mallhive/trpc';
import { okOutput, requestEmailChangeInput } from '../contract.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const requestEmailChange = (identity: Identity) =>
  shopperProcedure
    .input(requestEmailChangeInput)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.requestEmailChange(callerOf(ctx), input.email));
