import { publicProcedure } from '@mallhive/trpc';
import { trackInput, trackOutput } from '../contract.ts';
import type { Analytics } from '../index.ts';

export const track = (analytics: Analytics) =>
  publicProcedure
    .input(trackInput)
    .output(trackOutput)
    .mutation(({ input }) => analytics.track(input));
