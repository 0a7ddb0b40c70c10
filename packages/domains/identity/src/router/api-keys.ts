import { sellerProcedure } from '@mallhive/trpc';
import { apiKeysInput, apiKeysOutput } from '../contract.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const apiKeys = (identity: Identity) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(apiKeysInput)
    .output(apiKeysOutput)
    .query(({ input, ctx }) => identity.listApiKeys(callerOf(ctx), input.sellerId));
