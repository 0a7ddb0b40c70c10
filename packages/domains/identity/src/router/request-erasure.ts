import { shopperProcedure } from '@mallhive/trpc';
import { requestErasureOutput } from '../contract-personal-data.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const requestErasure = (identity: Identity) =>
  shopperProcedure.output(requestErasureOutput).mutation(({ ctx }) => identity.requestErasure(callerOf(ctx)));
