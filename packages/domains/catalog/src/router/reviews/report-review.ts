import { shopperProcedure } from '@mallhive/trpc';
import { reportReviewInput, reportReviewOutput } from '../../contract-reviews.ts';
import type { Catalog } from '../../index.ts';

export const reportReview = (catalog: Catalog) =>
  shopperProcedure
    .input(reportReviewInput)
    .output(reportReviewOutput)
    .mutation(({ ctx, input }) => catalog.reportReview(ctx.user.id, input));
