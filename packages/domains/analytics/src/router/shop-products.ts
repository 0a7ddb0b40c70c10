import { administratorProcedure } from '@mallhive/trpc';
import { productsOutput, shopProductsInput } from '../collect/figures.contract.ts';
import type { Analytics } from '../index.ts';

export const shopProducts = (analytics: Analytics) =>
  administratorProcedure
    .input(shopProductsInput)
    .output(productsOutput)
    .query(({ input }) => analytics.shopProducts(input));
