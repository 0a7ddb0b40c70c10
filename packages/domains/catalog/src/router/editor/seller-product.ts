import { sellerProcedure } from '@mallhive/trpc';
import { sellerProductInput, sellerProductOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const sellerProduct = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'products:read' })
    .input(sellerProductInput)
    .output(sellerProductOutput)
    .query(({ ctx, input }) => catalog.sellerProduct(ctx.user, input));
