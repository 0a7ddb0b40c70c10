import { shopperProcedure } from '@mallhive/trpc';
import { startSecondFactorOutput } from '../contract.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const startSecondFactor = (identity: Identity) =>
  shopperProcedure.output(startSecondFactorOutput).mutation(({ ctx }) => identity.startSecondFactor(callerOf(ctx)));
