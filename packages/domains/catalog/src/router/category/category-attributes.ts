import { publicProcedure } from '@mallhive/trpc';
import { categoryAttributesInput, categoryAttributesOutput } from '../../contract.ts';
import { categoryChanged } from '../../events.ts';
import type { Catalog } from '../../index.ts';

export const categoryAttributes = (catalog: Catalog) =>
  publicProcedure
    .meta({ policy: 'public', cache: { seconds: 60, events: [categoryChanged.name] } })
    .input(categoryAttributesInput)
    .output(categoryAttributesOutput)
    .query(({ input }) => catalog.categoryAttributes(input));
