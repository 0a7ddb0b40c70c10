import { sellerProcedure } from '@mallhive/trpc';
import { saveShopPageInput, shopPageOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const saveShopPage = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'] })
    .input(saveShopPageInput)
    .output(shopPageOutput)
    .mutation(({ ctx, input }) => catalog.saveShopPage(ctx.user, input));
