import { shopperProcedure } from '@mallhive/trpc';
import { deleteReviewInput, deleteReviewOutput } from '../../contract-reviews.ts';
import type { Catalog } from '../../index.ts';

export const deleteReview = (catalog: Catalog) =>
  shopperProcedure
    .input(deleteReviewInput)
    .output(deleteReviewOutput)
    .mutation(({ ctx, input }) => catalog.deleteReview(ctx.user.id, input));
