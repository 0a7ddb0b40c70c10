import { sellerProcedure } from '@mallhive/trpc';
import { salesOutput, sellerPeriodInput } from '../dashboards/contract.ts';
import type { Analytics } from '../index.ts';

export const sellerSales = (analytics: Analytics) =>
  sellerProcedure
    .input(sellerPeriodInput)
    .output(salesOutput)
    .query(({ ctx, input }) => analytics.sellerSales(ctx.user, input));
