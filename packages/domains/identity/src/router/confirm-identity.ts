import { shopperProcedure } from '@mallhive/trpc';
import { confirmIdentityInput, okOutput } from '../contract.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const confirmIdentity = (identity: Identity) =>
  shopperProcedure
    .input(confirmIdentityInput)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.confirmIdentity(callerOf(ctx), input));
