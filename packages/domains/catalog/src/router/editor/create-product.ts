import { sellerProcedure } from '@mallhive/trpc';
import { createProductInput, sellerProductOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const createProduct = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'], scope: 'products:write' })
    .input(createProductInput)
    .output(sellerProductOutput)
    .mutation(({ ctx, input }) => catalog.createProduct(ctx.user, input));
