import { administratorProcedure } from '@mallhive/trpc';
import { adminCategoriesOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const adminCategories = (catalog: Catalog) =>
  administratorProcedure.output(adminCategoriesOutput).query(({ ctx }) => catalog.adminCategories(ctx.user));
