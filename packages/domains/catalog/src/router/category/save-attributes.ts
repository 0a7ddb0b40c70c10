import { administratorProcedure } from '@mallhive/trpc';
import { adminAttributesOutput, saveAttributesInput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const saveAttributes = (catalog: Catalog) =>
  administratorProcedure
    .input(saveAttributesInput)
    .output(adminAttributesOutput)
    .mutation(({ ctx, input }) => catalog.saveAttributes(ctx.user, input));
