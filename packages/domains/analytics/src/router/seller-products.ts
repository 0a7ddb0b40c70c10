import { sellerProcedure } from '@mallhive/trpc';
import { productsOutput, sellerProductsInput } from '../collect/figures.contract.ts';
import type { Analytics } from '../index.ts';

export const sellerProducts = (analytics: Analytics) =>
  sellerProcedure
    .input(sellerProductsInput)
    .output(productsOutput)
    .query(({ ctx, input }) => analytics.sellerProducts(ctx.user, input));
