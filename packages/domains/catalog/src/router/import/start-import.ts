import { sellerProcedure } from '@mallhive/trpc';
import { startImportInput, startImportOutput } from '../../contract-import.ts';
import type { Catalog } from '../../index.ts';

export const startImport = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'products:write', sellerRoles: ['owner', 'manager'] })
    .input(startImportInput)
    .output(startImportOutput)
    .mutation(({ ctx, input }) => catalog.startImport(ctx.user, input));
