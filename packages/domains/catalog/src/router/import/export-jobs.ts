import { sellerProcedure } from '@mallhive/trpc';
import { exportsInput, exportsOutput } from '../../contract-import.ts';
import type { Catalog } from '../../index.ts';

export const exportJobs = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'products:read', sellerRoles: ['owner', 'manager'] })
    .input(exportsInput)
    .output(exportsOutput)
    .query(({ ctx, input }) => catalog.exports(ctx.user, input));
