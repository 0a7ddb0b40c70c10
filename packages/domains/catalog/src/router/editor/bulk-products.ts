import { sellerProcedure } from '@mallhive/trpc';
import { bulkProductsInput, bulkProductsOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const bulkProducts = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'], scope: 'products:write' })
    .input(bulkProductsInput)
    .output(bulkProductsOutput)
    .mutation(({ ctx, input }) => catalog.bulkProducts(ctx.user, input));
