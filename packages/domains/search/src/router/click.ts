import { publicProcedure } from '@mallhive/trpc';
import { clickInput, clickOutput } from '../contract.ts';
import type { Search } from '../index.ts';

export const click = (search: Search) =>
  publicProcedure
    .meta({ policy: 'public' })
    .input(clickInput)
    .output(clickOutput)
    .mutation(async ({ ctx, input }) => {
      await search.click(input, ctx.ip);
      return {};
    });
