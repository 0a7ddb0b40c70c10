import { shopperProcedure } from '@mallhive/trpc';
import { myReviewInput, myReviewOutput } from '../../contract-reviews.ts';
import type { Catalog } from '../../index.ts';

export const myReview = (catalog: Catalog) =>
  shopperProcedure
    .input(myReviewInput)
    .output(myReviewOutput)
    .query(({ ctx, input }) => catalog.myReview(ctx.user.id, input));
