import { administratorProcedure } from '@mallhive/trpc';
import { moderateReviewInput, moderateReviewOutput } from '../../contract-reviews.ts';
import type { Catalog } from '../../index.ts';

export const moderateReview = (catalog: Catalog) =>
  administratorProcedure
    .input(moderateReviewInput)
    .output(moderateReviewOutput)
    .mutation(({ ctx, input }) => catalog.moderateReview(ctx.user, input));
