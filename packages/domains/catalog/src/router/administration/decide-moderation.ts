import { administratorProcedure } from '@mallhive/trpc';
import { decideModerationInput, decideModerationOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const decideModeration = (catalog: Catalog) =>
  administratorProcedure
    .input(decideModerationInput)
    .output(decideModerationOutput)
    .mutation(({ ctx, input }) => catalog.decideModeration(ctx.user, input));
