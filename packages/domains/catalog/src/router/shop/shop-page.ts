import { sellerProcedure } from '@mallhive/trpc';
import { shopPageInput, shopPageOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const shopPage = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller' })
    .input(shopPageInput)
    .output(shopPageOutput)
    .query(({ ctx, input }) => catalog.shopPage(ctx.user, input));
