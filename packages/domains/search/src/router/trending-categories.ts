import { publicProcedure } from '@mallhive/trpc';
import { trendingCategoriesInput, trendingCategoriesOutput } from '../contract.ts';
import type { Search } from '../index.ts';

export const trendingCategories = (search: Search) =>
  publicProcedure
    .meta({ policy: 'public', cache: { seconds: 300 } })
    .input(trendingCategoriesInput)
    .output(trendingCategoriesOutput)
    .query(({ input }) => search.trendingCategories(input));
