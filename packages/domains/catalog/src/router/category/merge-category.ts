import { administratorProcedure } from '@mallhive/trpc';
import { adminCategoriesOutput, mergeCategoryInput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const mergeCategory = (catalog: Catalog) =>
  administratorProcedure
    .input(mergeCategoryInput)
    .output(adminCategoriesOutput)
    .mutation(({ ctx, input }) => catalog.mergeCategory(ctx.user, input));
