import { sellerProcedure } from '@mallhive/trpc';
import { updateProductInput, updateProductOutput } from '../contract.ts';
import type { Catalog } from '../index.ts';

export const updateProduct = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'], scope: 'products:write' })
    .input(updateProductInput)
    .output(updateProductOutput)
    .mutation(({ ctx, input }) => catalog.updateProduct(ctx.user, input));
