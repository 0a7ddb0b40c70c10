import { administratorProcedure } from '@mallhive/trpc';
import { salesOutput, shopPeriodInput } from '../dashboards/contract.ts';
import type { Analytics } from '../index.ts';

export const shopSales = (analytics: Analytics) =>
  administratorProcedure
    .input(shopPeriodInput)
    .output(salesOutput)
    .query(({ input }) => analytics.shopSales(input));
