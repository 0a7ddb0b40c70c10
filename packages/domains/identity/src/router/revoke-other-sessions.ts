import { shopperProcedure } from '@mallhive/trpc';
import { revokeOtherSessionsOutput } from '../contract.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const revokeOtherSessions = (identity: Identity) =>
  shopperProcedure.output(revokeOtherSessionsOutput).mutation(({ ctx }) => identity.revokeOtherSessions(callerOf(ctx)));
