import { sellerProcedure } from '@mallhive/trpc';
import { cancelImportInput, cancelImportOutput } from '../../contract-import.ts';
import type { Catalog } from '../../index.ts';

export const cancelImport = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'products:write', sellerRoles: ['owner', 'manager'] })
    .input(cancelImportInput)
    .output(cancelImportOutput)
    .mutation(({ ctx, input }) => catalog.cancelImport(ctx.user, input));
