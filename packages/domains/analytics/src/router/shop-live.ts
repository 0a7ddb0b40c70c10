import { administratorProcedure } from '@mallhive/trpc';
import { liveOutput, shopLiveInput } from '../dashboards/contract.ts';
import type { Analytics } from '../index.ts';

export const shopLive = (analytics: Analytics) =>
  administratorProcedure
    .input(shopLiveInput)
    .output(liveOutput)
    .query(({ input }) => analytics.shopLive(input));
