import { sellerProcedure } from '@mallhive/trpc';
import { funnelOutput, sellerFunnelInput } from '../collect/figures.contract.ts';
import type { Analytics } from '../index.ts';

export const sellerFunnel = (analytics: Analytics) =>
  sellerProcedure
    .input(sellerFunnelInput)
    .output(funnelOutput)
    .query(({ ctx, input }) => analytics.sellerFunnel(ctx.user, input));
