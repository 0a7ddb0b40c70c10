import { shopperProcedure } from '@mallhive/trpc';
import { removeAddressInput, removeAddressOutput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const removeAddress = (identity: Identity) =>
  shopperProcedure
    .input(removeAddressInput)
    .output(removeAddressOutput)
    .mutation(({ input, ctx }) => identity.removeAddress(ctx.user.id, input.id));
