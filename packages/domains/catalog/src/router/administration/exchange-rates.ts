import { administratorProcedure } from '@mallhive/trpc';
import { exchangeRatesOutput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const exchangeRates = (catalog: Catalog) =>
  administratorProcedure.output(exchangeRatesOutput).query(({ ctx }) => catalog.exchangeRates(ctx.user));
