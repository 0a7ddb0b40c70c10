import { administratorProcedure } from '@mallhive/trpc';
import { sellersInput, sellersOutput } from '../contract-organisations.ts';
import type { Identity } from '../index.ts';

export const sellers = (identity: Identity) =>
  administratorProcedure
    .input(sellersInput)
    .output(sellersOutput)
    .query(({ input }) => identity.sellers(input));
