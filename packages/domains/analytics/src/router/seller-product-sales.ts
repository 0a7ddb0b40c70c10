import { sellerProcedure } from '@mallhive/trpc';
import { productSalesOutput, sellerPeriodInput } from '../dashboards/contract.ts';
import type { Analytics } from '../index.ts';

export const sellerProductSales = (analytics: Analytics) =>
  sellerProcedure
    .input(sellerPeriodInput)
    .output(productSalesOutput)
    .query(({ ctx, input }) => analytics.sellerProductSales(ctx.user, input));
