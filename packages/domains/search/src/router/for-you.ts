import { shopperProcedure } from '@mallhive/trpc';
import { forYouInput, recommendOutput } from '../contract.ts';
import type { Search } from '../index.ts';

export const forYou = (search: Search) =>
  shopperProcedure
    .input(forYouInput)
    .output(recommendOutput)
    .query(({ ctx, input }) => search.recommend({ ...input, kind: 'for-you' }, ctx.user.id));
