import { shopperProcedure } from '@mallhive/trpc';
import { addressOutput, saveAddressInput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const saveAddress = (identity: Identity) =>
  shopperProcedure
    .input(saveAddressInput)
    .output(addressOutput)
    .mutation(({ input, ctx }) => identity.saveAddress(ctx.user.id, input));
