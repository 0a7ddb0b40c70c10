import { sellerProcedure } from '@mallhive/trpc';
import { importInput, importOutput } from '../../contract-import.ts';
import type { Catalog } from '../../index.ts';

export const readImport = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'products:read', sellerRoles: ['owner', 'manager'] })
    .input(importInput)
    .output(importOutput)
    .query(({ ctx, input }) => catalog.import(ctx.user, input));
