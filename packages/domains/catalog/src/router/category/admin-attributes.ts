import { administratorProcedure } from '@mallhive/trpc';
import { adminAttributesInput, adminAttributesOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const adminAttributes = (catalog: Catalog) =>
  administratorProcedure
    .input(adminAttributesInput)
    .output(adminAttributesOutput)
    .query(({ ctx, input }) => catalog.adminAttributes(ctx.user, input));
