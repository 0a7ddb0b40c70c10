import { administratorProcedure } from '@mallhive/trpc';
import { shopPeriodInput, shoppersOutput } from '../dashboards/contract.ts';
import type { Analytics } from '../index.ts';

export const shopShoppers = (analytics: Analytics) =>
  administratorProcedure
    .input(shopPeriodInput)
    .output(shoppersOutput)
    .query(({ input }) => analytics.shopShoppers(input));
