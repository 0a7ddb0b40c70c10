import { administratorProcedure } from '@mallhive/trpc';
import { adminCategoriesOutput, createCategoryInput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const createCategory = (catalog: Catalog) =>
  administratorProcedure
    .input(createCategoryInput)
    .output(adminCategoriesOutput)
    .mutation(({ ctx, input }) => catalog.createCategory(ctx.user, input));
