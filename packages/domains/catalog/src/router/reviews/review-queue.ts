import { administratorProcedure } from '@mallhive/trpc';
import { reviewQueueInput, reviewQueueOutput } from '../../contract-reviews.ts';
import type { Catalog } from '../../index.ts';

export const reviewQueue = (catalog: Catalog) =>
  administratorProcedure
    .input(reviewQueueInput)
    .output(reviewQueueOutput)
    .query(({ ctx, input }) => catalog.reviewQueue(ctx.user, input));
