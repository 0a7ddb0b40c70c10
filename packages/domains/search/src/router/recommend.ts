import { publicProcedure } from '@mallhive/trpc';
import { recommendInput, recommendOutput } from '../contract.ts';
import { productIndexed } from '../events.ts';
import type { Search } from '../index.ts';

export const recommend = (search: Search) =>
  publicProcedure
    .meta({ policy: 'public', cache: { seconds: 60, events: [productIndexed.name] } })
    .input(recommendInput)
    .output(recommendOutput)
    .query(({ input }) => search.recommend(input));
