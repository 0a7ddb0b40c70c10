import { publicProcedure } from '@mallhive/trpc';
import { homeOutput } from '../contract.ts';
import { productChanged } from '../events.ts';
import type { Catalog } from '../index.ts';

export const home = (catalog: Catalog) =>
  publicProcedure
    .meta({ policy: 'public', cache: { seconds: 60, events: [productChanged.name] } })
    .output(homeOutput)
    .query(() => catalog.home());
