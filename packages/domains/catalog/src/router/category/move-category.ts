import { administratorProcedure } from '@mallhive/trpc';
import { adminCategoriesOutput, moveCategoryInput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const moveCategory = (catalog: Catalog) =>
  administratorProcedure
    .input(moveCategoryInput)
    .output(adminCategoriesOutput)
    .mutation(({ ctx, input }) => catalog.moveCategory(ctx.user, input));
