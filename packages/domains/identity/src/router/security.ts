import { shopperProcedure } from '@mallhive/trpc';
import { securityOutput } from '../contract.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const security = (identity: Identity) =>
  shopperProcedure.output(securityOutput).query(({ ctx }) => identity.security(callerOf(ctx)));
