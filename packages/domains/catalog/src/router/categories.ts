import { publicProcedure } from '@mallhive/trpc';
import { categoriesInput, categoriesOutput } from '../contract.ts';
import { categoryChanged, productChanged } from '../events.ts';
import type { Catalog } from '../index.ts';

export const categories = (catalog: Catalog) =>
  publicProcedure
    .meta({ policy: 'public', cache: { seconds: 60, events: [productChanged.name, categoryChanged.name] } })
    .input(categoriesInput)
    .output(categoriesOutput)
    .query(({ input }) => catalog.categories(input));
