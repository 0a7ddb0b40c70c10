import { administratorProcedure } from '@mallhive/trpc';
import { synonymsInput, synonymsOutput } from '../contract.ts';
import type { Search } from '../index.ts';

export const synonyms = (search: Search) =>
  administratorProcedure
    .meta({ policy: 'administrator' })
    .input(synonymsInput)
    .output(synonymsOutput)
    .query(async ({ input }) => ({ items: await search.synonyms(input.locale) }));
