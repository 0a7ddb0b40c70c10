import { publicProcedure } from '@mallhive/trpc';
import { suggestInput, suggestOutput } from '../contract.ts';
import { productIndexed, synonymsChanged } from '../events.ts';
import type { Search } from '../index.ts';

export const suggest = (search: Search) =>
  publicProcedure
    .meta({ policy: 'public', cache: { seconds: 30, events: [productIndexed.name, synonymsChanged.name] } })
    .input(suggestInput)
    .output(suggestOutput)
    .query(({ input }) => search.suggest(input));
