import { sellerProcedure } from '@mallhive/trpc';
import { updateProductInput, updateProductOutput } from '../contract.ts';
import type { Catalog } from '../index.ts';

export const updateProduct = (catalog: Catalog) =>
  sellerProcedure
    .input(updateProductInput)
    .output(updateProductOutput)
    .mutation(({ ctx, input }) => catalog.updateProduct(ctx.user, input));
