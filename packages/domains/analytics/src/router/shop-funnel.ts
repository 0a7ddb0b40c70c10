import { administratorProcedure } from '@mallhive/trpc';
import { funnelOutput, shopFunnelInput } from '../collect/figures.contract.ts';
import type { Analytics } from '../index.ts';

export const shopFunnel = (analytics: Analytics) =>
  administratorProcedure
    .input(shopFunnelInput)
    .output(funnelOutput)
    .query(({ input }) => analytics.shopFunnel(input));
