import { administratorProcedure } from '@mallhive/trpc';
import { moderationQueueInput, moderationQueueOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const moderationQueue = (catalog: Catalog) =>
  administratorProcedure
    .input(moderationQueueInput)
    .output(moderationQueueOutput)
    .query(({ ctx, input }) => catalog.moderationQueue(ctx.user, input));
