import { sellerProcedure } from '@mallhive/trpc';
import { sellerProductsInput, sellerProductsOutput } from '../contract.ts';
import type { Catalog } from '../index.ts';

export const sellerProducts = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'products:read' })
    .input(sellerProductsInput)
    .output(sellerProductsOutput)
    .query(({ ctx, input }) => catalog.sellerProducts(ctx.user, input));
