import { sellerProcedure } from '@mallhive/trpc';
import { saveTranslationInput, sellerProductOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const saveTranslation = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'], scope: 'products:write' })
    .input(saveTranslationInput)
    .output(sellerProductOutput)
    .mutation(({ ctx, input }) => catalog.saveTranslation(ctx.user, input));
