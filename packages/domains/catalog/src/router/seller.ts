import { publicProcedure } from '@mallhive/trpc';
import { sellerInput, sellerOutput } from '../contract.ts';
import { productChanged } from '../events.ts';
import type { Catalog } from '../index.ts';

export const seller = (catalog: Catalog) =>
  publicProcedure
    .meta({ policy: 'public', cache: { seconds: 60, events: [productChanged.name] } })
    .input(sellerInput)
    .output(sellerOutput)
    .query(({ input }) => catalog.seller(input));
