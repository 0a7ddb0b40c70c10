import { shopperProcedure } from '@mallhive/trpc';
import { applyToSellInput, applyToSellOutput } from '../contract-organisations.ts';
import type { Identity } from '../index.ts';

export const applyToSell = (identity: Identity) =>
  shopperProcedure
    .input(applyToSellInput)
    .output(applyToSellOutput)
    .mutation(({ input, ctx }) => identity.applyToSell(ctx.user, input));
