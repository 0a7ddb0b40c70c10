import { sellerProcedure } from '@mallhive/trpc';
import { mediaFromUrlInput, mediaFromUrlOutput } from '../../contract-media.ts';
import type { Catalog } from '../../index.ts';

export const mediaFromUrl = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'products:write', sellerRoles: ['owner', 'manager'] })
    .input(mediaFromUrlInput)
    .output(mediaFromUrlOutput)
    .mutation(({ ctx, input }) => catalog.mediaFromUrl(ctx.user, input));
