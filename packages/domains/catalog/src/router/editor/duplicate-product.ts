import { sellerProcedure } from '@mallhive/trpc';
import { duplicateProductInput, sellerProductOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const duplicateProduct = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'], scope: 'products:write' })
    .input(duplicateProductInput)
    .output(sellerProductOutput)
    .mutation(({ ctx, input }) => catalog.duplicateProduct(ctx.user, input));
