import { sellerProcedure } from '@mallhive/trpc';
import { deleteProductInput, deleteProductOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const deleteProduct = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'], scope: 'products:write' })
    .input(deleteProductInput)
    .output(deleteProductOutput)
    .mutation(({ ctx, input }) => catalog.deleteProduct(ctx.user, input));
