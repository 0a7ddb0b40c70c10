import { publicProcedure } from '@mallhive/trpc';
import { searchInput, searchOutput } from '../contract.ts';
import { productIndexed, synonymsChanged } from '../events.ts';
import type { Search } from '../index.ts';

export const products = (search: Search) =>
  publicProcedure
    .meta({ policy: 'public', cache: { seconds: 30, events: [productIndexed.name, synonymsChanged.name] } })
    .input(searchInput)
    .output(searchOutput)
    .query(({ input }) => search.products(input));
