import { shopperProcedure } from '@mallhive/trpc';
import { confirmSecondFactorInput, recoveryCodesOutput } from '../contract.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const confirmSecondFactor = (identity: Identity) =>
  shopperProcedure
    .input(confirmSecondFactorInput)
    .output(recoveryCodesOutput)
    .mutation(({ input, ctx }) => identity.confirmSecondFactor(callerOf(ctx), input.code));
