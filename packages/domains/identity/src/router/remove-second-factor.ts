import { shopperProcedure } from '@mallhive/trpc';
import { okOutput } from '../contract.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const removeSecondFactor = (identity: Identity) =>
  shopperProcedure.output(okOutput).mutation(({ ctx }) => identity.removeSecondFactor(callerOf(ctx)));
