import { sellerProcedure } from '@mallhive/trpc';
import { sellerTodayInput, sellerTodayOutput } from '../contract.ts';
import type { Analytics } from '../index.ts';

export const sellerToday = (analytics: Analytics) =>
  sellerProcedure
    .input(sellerTodayInput)
    .output(sellerTodayOutput)
    .query(({ ctx, input }) => analytics.sellerToday(ctx.user, input));
