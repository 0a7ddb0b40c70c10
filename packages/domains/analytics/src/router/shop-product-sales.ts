import { administratorProcedure } from '@mallhive/trpc';
import { productSalesOutput, shopPeriodInput } from '../dashboards/contract.ts';
import type { Analytics } from '../index.ts';

export const shopProductSales = (analytics: Analytics) =>
  administratorProcedure
    .input(shopPeriodInput)
    .output(productSalesOutput)
    .query(({ input }) => analytics.shopProductSales(input));
