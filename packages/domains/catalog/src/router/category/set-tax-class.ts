import { administratorProcedure } from '@mallhive/trpc';
import { adminCategoriesOutput, setTaxClassInput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const setTaxClass = (catalog: Catalog) =>
  administratorProcedure
    .input(setTaxClassInput)
    .output(adminCategoriesOutput)
    .mutation(({ ctx, input }) => catalog.setTaxClass(ctx.user, input));
