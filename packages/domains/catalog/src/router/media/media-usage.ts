import { sellerProcedure } from '@mallhive/trpc';
import { mediaUsageInput, mediaUsageOutput } from '../../contract-media.ts';
import type { Catalog } from '../../index.ts';

export const mediaUsage = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'products:read' })
    .input(mediaUsageInput)
    .output(mediaUsageOutput)
    .query(({ ctx, input }) => catalog.mediaUsage(ctx.user, input));
