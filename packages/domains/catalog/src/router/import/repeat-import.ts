import { sellerProcedure } from '@mallhive/trpc';
import { repeatImportInput, repeatImportOutput } from '../../contract-import.ts';
import type { Catalog } from '../../index.ts';

export const repeatImport = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'products:write', sellerRoles: ['owner', 'manager'] })
    .input(repeatImportInput)
    .output(repeatImportOutput)
    .mutation(({ ctx, input }) => catalog.repeatImport(ctx.user, input));
