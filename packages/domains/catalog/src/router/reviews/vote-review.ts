import { shopperProcedure } from '@mallhive/trpc';
import { voteReviewInput, voteReviewOutput } from '../../contract-reviews.ts';
import type { Catalog } from '../../index.ts';

export const voteReview = (catalog: Catalog) =>
  shopperProcedure
    .input(voteReviewInput)
    .output(voteReviewOutput)
    .mutation(({ ctx, input }) => catalog.voteReview(ctx.user.id, input));
