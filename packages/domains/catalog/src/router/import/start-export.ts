import { sellerProcedure } from '@mallhive/trpc';
import { startExportInput, startExportOutput } from '../../contract-import.ts';
import type { Catalog } from '../../index.ts';

export const startExport = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'products:write', sellerRoles: ['owner', 'manager'] })
    .input(startExportInput)
    .output(startExportOutput)
    .mutation(({ ctx, input }) => catalog.startExport(ctx.user, input));
