import { sellerProcedure } from '@mallhive/trpc';
import { importPreviewInput, importPreviewOutput } from '../../contract-import.ts';
import type { Catalog } from '../../index.ts';

export const importPreview = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'products:read', sellerRoles: ['owner', 'manager'] })
    .input(importPreviewInput)
    .output(importPreviewOutput)
    .query(({ ctx, input }) => catalog.importPreview(ctx.user, input));
