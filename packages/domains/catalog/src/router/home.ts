import { publicProcedure } from '@mallhive/trpc';
import { homeInput, homeOutput } from '../contract.ts';
import { categoryChanged, productChanged } from '../events.ts';
import type { Catalog } from '../index.ts';

export const home = (catalog: Catalog) =>
  publicProcedure
    .meta({ policy: 'public', cache: { seconds: 60, events: [productChanged.name, categoryChanged.name] } })
    .input(homeInput)
    .output(homeOutput)
    .query(({ input }) => catalog.home(input));
