import { sellerProcedure } from '@mallhive/trpc';
import { okOutput, revokeApiKeyInput } from '../contract.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const revokeApiKey = (identity: Identity) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(revokeApiKeyInput)
    .output(okOutput)
    .mutation(({ input, ctx }) => identity.revokeApiKey(callerOf(ctx), input));
