import { administratorProcedure } from '@mallhive/trpc';
import { adminSaveTranslationInput, adminSaveTranslationOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const adminSaveTranslation = (catalog: Catalog) =>
  administratorProcedure
    .input(adminSaveTranslationInput)
    .output(adminSaveTranslationOutput)
    .mutation(({ ctx, input }) => catalog.adminSaveTranslation(ctx.user, input));
