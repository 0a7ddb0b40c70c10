import { sellerProcedure } from '@mallhive/trpc';
import { createApiKeyInput, createApiKeyOutput } from '../contract.ts';
import type { Identity } from '../index.ts';
import { callerOf } from './caller.ts';

export const createApiKey = (identity: Identity) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(createApiKeyInput)
    .output(createApiKeyOutput)
    .mutation(({ input, ctx }) => identity.createApiKey(callerOf(ctx), input));
