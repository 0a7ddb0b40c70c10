import { sellerProcedure } from '@mallhive/trpc';
import { sellerReviewsInput, sellerReviewsOutput } from '../../contract-reviews.ts';
import type { Catalog } from '../../index.ts';

export const sellerReviews = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'reviews:read', sellerRoles: ['owner', 'manager'] })
    .input(sellerReviewsInput)
    .output(sellerReviewsOutput)
    .query(({ ctx, input }) => catalog.sellerReviews(ctx.user, input));
