import { administratorProcedure } from '@mallhive/trpc';
import { adminCountsOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const adminCounts = (catalog: Catalog) =>
  administratorProcedure.output(adminCountsOutput).query(({ ctx }) => catalog.adminCounts(ctx.user));
