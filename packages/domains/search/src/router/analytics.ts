import { administratorProcedure } from '@mallhive/trpc';
import { analyticsInput, analyticsOutput } from '../contract.ts';
import type { Search } from '../index.ts';

export const analytics = (search: Search) =>
  administratorProcedure
    .meta({ policy: 'administrator' })
    .input(analyticsInput)
    .output(analyticsOutput)
    .query(({ input }) => search.analytics(input));
