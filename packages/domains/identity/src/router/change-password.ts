import { shopperProcedure } from '@mallhive/trpc';
import { changePasswordInput, okOutput } from '../contract.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const changePassword = (identity: Identity) =>
  shopperProcedure
    .input(changePasswordInput)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.changePassword(callerOf(ctx), input));
