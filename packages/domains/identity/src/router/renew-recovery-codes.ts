import { shopperProcedure } from '@mallhive/trpc';
import { recoveryCodesOutput } from '../contract.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const renewRecoveryCodes = (identity: Identity) =>
  shopperProcedure.output(recoveryCodesOutput).mutation(({ ctx }) => identity.renewRecoveryCodes(callerOf(ctx)));
