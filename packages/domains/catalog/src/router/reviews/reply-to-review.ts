import { sellerProcedure } from '@mallhive/trpc';
import { replyToReviewInput, replyToReviewOutput } from '../../contract-reviews.ts';
import type { Catalog } from '../../index.ts';

export const replyToReview = (catalog: Catalog) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'reviews:write', sellerRoles: ['owner', 'manager'] })
    .input(replyToReviewInput)
    .output(replyToReviewOutput)
    .mutation(({ ctx, input }) => catalog.replyToReview(ctx.user, input));
