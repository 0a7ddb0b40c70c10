import { administratorProcedure } from '@mallhive/trpc';
import { railsInput, railsOutput } from '../collect/figures.contract.ts';
import type { Analytics } from '../index.ts';

export const rails = (analytics: Analytics) =>
  administratorProcedure
    .input(railsInput)
    .output(railsOutput)
    .query(({ input }) => analytics.rails(input));
