import { sellerProcedure } from '@mallhive/trpc';
import { importsInput, importsOutput } from '../../contract-import.ts';
import type { Catalog } from '../../index.ts';

export const imports = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'products:read', sellerRoles: ['owner', 'manager'] })
    .input(importsInput)
    .output(importsOutput)
    .query(({ ctx, input }) => catalog.imports(ctx.user, input));
