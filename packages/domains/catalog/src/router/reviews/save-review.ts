import { shopperProcedure } from '@mallhive/trpc';
import { saveReviewInput, saveReviewOutput } from '../../contract-reviews.ts';
import type { Catalog } from '../../index.ts';

export const saveReview = (catalog: Catalog) =>
  shopperProcedure
    .input(saveReviewInput)
    .output(saveReviewOutput)
    .mutation(({ ctx, input }) => catalog.saveReview(ctx.user, input));
