import { sellerProcedure } from '@mallhive/trpc';
import { sellerPeriodInput, shoppersOutput } from '../dashboards/contract.ts';
import type { Analytics } from '../index.ts';

export const sellerShoppers = (analytics: Analytics) =>
  sellerProcedure
    .input(sellerPeriodInput)
    .output(shoppersOutput)
    .query(({ ctx, input }) => analytics.sellerShoppers(ctx.user, input));
