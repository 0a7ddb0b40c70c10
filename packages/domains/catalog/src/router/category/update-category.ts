import { administratorProcedure } from '@mallhive/trpc';
import { adminCategoriesOutput, updateCategoryInput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const updateCategory = (catalog: Catalog) =>
  administratorProcedure
    .input(updateCategoryInput)
    .output(adminCategoriesOutput)
    .mutation(({ ctx, input }) => catalog.updateCategory(ctx.user, input));
