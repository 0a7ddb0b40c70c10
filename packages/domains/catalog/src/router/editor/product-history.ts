import { sellerProcedure } from '@mallhive/trpc';
import { productHistoryInput, productHistoryOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const productHistory = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller' })
    .input(productHistoryInput)
    .output(productHistoryOutput)
    .query(({ ctx, input }) => catalog.productHistory(ctx.user, input));
