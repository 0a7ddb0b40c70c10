import { sellerProcedure } from '@mallhive/trpc';
import { liveOutput, sellerLiveInput } from '../dashboards/contract.ts';
import type { Analytics } from '../index.ts';

export const sellerLive = (analytics: Analytics) =>
  sellerProcedure
    .input(sellerLiveInput)
    .output(liveOutput)
    .query(({ ctx, input }) => analytics.sellerLive(ctx.user, input));
