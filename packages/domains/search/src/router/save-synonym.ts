import { administratorProcedure } from '@mallhive/trpc';
import { saveSynonymInput, saveSynonymOutput } from '../contract.ts';
import type { Search } from '../index.ts';

export const saveSynonym = (search: Search) =>
  administratorProcedure
    .meta({ policy: 'administrator' })
    .input(saveSynonymInput)
    .output(saveSynonymOutput)
    .mutation(async ({ ctx, input }) => ({
      synonym: await search.saveSynonym({ kind: 'administrator', userId: ctx.user.id }, input),
    }));
