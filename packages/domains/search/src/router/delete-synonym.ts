import { administratorProcedure } from '@mallhive/trpc';
import { deleteSynonymInput, deleteSynonymOutput } from '../contract.ts';
import type { Search } from '../index.ts';

export const deleteSynonym = (search: Search) =>
  administratorProcedure
    .meta({ policy: 'administrator' })
    .input(deleteSynonymInput)
    .output(deleteSynonymOutput)
    .mutation(async ({ ctx, input }) => {
      await search.deleteSynonym({ kind: 'administrator', userId: ctx.user.id }, input.id);
      return {};
    });
