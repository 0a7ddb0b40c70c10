import { administratorProcedure } from '@mallhive/trpc';
import { sellerForReviewInput, sellerForReviewOutput } from '../contract-organisations.ts';
import type { Identity } from '../index.ts';

export const sellerForReview = (identity: Identity) =>
  administratorProcedure
    .input(sellerForReviewInput)
    .output(sellerForReviewOutput)
    .query(({ input }) => identity.sellerForReview(input.sellerId));
