import { publicProcedure } from '@mallhive/trpc';
import { categoryRedirectInput, categoryRedirectOutput } from '../../contract.ts';
import { categoryChanged } from '../../events.ts';
import type { Catalog } from '../../index.ts';

export const categoryRedirect = (catalog: Catalog) =>
  publicProcedure
    .meta({ policy: 'public', cache: { seconds: 60, events: [categoryChanged.name] } })
    .input(categoryRedirectInput)
    .output(categoryRedirectOutput)
    .query(({ input }) => catalog.categoryRedirect(input));
