import { sellerProcedure } from '@mallhive/trpc';
import { applyToSellOutput, reapplyToSellInput } from '../contract-organisations.ts';
import type { Identity } from '../index.ts';

export const reapplyToSell = (identity: Identity) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'], closedToo: true })
    .input(reapplyToSellInput)
    .output(applyToSellOutput)
    .mutation(({ input, ctx }) => identity.reapplyToSell(ctx.user.id, input.sellerId));
