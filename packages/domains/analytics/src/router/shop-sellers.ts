import { administratorProcedure } from '@mallhive/trpc';
import { shopSellersInput, shopSellersOutput } from '../dashboards/contract.ts';
import type { Analytics } from '../index.ts';

export const shopSellers = (analytics: Analytics) =>
  administratorProcedure
    .input(shopSellersInput)
    .output(shopSellersOutput)
    .query(({ input }) => analytics.shopSellers(input));
