import { shopperProcedure } from '@mallhive/trpc';
import { addressesOutput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const addresses = (identity: Identity) =>
  shopperProcedure.output(addressesOutput).query(({ ctx }) => identity.listAddresses(ctx.user.id));
