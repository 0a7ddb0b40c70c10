import { administratorProcedure } from '@mallhive/trpc';
import { searchTermsInput, searchTermsOutput } from '../collect/figures.contract.ts';
import type { Analytics } from '../index.ts';

export const searchTerms = (analytics: Analytics) =>
  administratorProcedure
    .input(searchTermsInput)
    .output(searchTermsOutput)
    .query(({ input }) => analytics.searchTerms(input));
