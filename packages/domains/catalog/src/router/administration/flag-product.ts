import { administratorProcedure } from '@mallhive/trpc';
import { flagProductInput, flagProductOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const flagProduct = (catalog: Catalog) =>
  administratorProcedure
    .input(flagProductInput)
    .output(flagProductOutput)
    .mutation(({ ctx, input }) => catalog.flagProduct(ctx.user, input));
