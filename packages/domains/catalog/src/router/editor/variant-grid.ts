import { sellerProcedure } from '@mallhive/trpc';
import { variantGridInput, variantGridOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const variantGrid = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'products:read' })
    .input(variantGridInput)
    .output(variantGridOutput)
    .query(({ ctx, input }) => catalog.variantGrid(ctx.user, input));
