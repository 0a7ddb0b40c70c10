import { publicProcedure } from '@mallhive/trpc';
import { reviewsInput, reviewsOutput } from '../../contract-reviews.ts';
import { productChanged } from '../../events.ts';
import type { Catalog } from '../../index.ts';

export const reviews = (catalog: Catalog) =>
  publicProcedure
    .meta({ policy: 'public', cache: { seconds: 60, events: [productChanged.name], match: 'mentions' } })
    .input(reviewsInput)
    .output(reviewsOutput)
    .query(({ input }) => catalog.reviews(input));
