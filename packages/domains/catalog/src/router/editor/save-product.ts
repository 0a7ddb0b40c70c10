import { sellerProcedure } from '@mallhive/trpc';
import { saveProductInput, sellerProductOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const saveProduct = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'], scope: 'products:write' })
    .input(saveProductInput)
    .output(sellerProductOutput)
    .mutation(({ ctx, input }) => catalog.saveProduct(ctx.user, input));
