import { shopperProcedure } from '@mallhive/trpc';
import { z } from 'zod';
import { addressesOutput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const addresses = (identity: Identity) =>
  shopperProcedure
    .input(z.void())
    .output(addressesOutput)
    .query(({ ctx }) => identity.listAddresses(ctx.user.id));
