import { publicProcedure } from '@mallhive/trpc';
import { productInput, productOutput } from '../contract.ts';
import { productChanged } from '../events.ts';
import type { Catalog } from '../index.ts';

export const product = (catalog: Catalog) =>
  publicProcedure
    .meta({ policy: 'public', cache: { seconds: 60, events: [productChanged.name], match: 'mentions' } })
    .input(productInput)
    .output(productOutput)
    .query(({ input }) => catalog.product(input));
