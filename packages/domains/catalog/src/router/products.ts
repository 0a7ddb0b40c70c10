import { publicProcedure } from '@mallhive/trpc';
import { productsInput, productsOutput } from '../contract.ts';
import { productChanged } from '../events.ts';
import type { Catalog } from '../index.ts';

export const products = (catalog: Catalog) =>
  publicProcedure
    .meta({ policy: 'public', cache: { seconds: 60, events: [productChanged.name] } })
    .input(productsInput)
    .output(productsOutput)
    .query(({ input }) => catalog.products(input));
