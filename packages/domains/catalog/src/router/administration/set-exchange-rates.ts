import { administratorProcedure } from '@mallhive/trpc';
import { exchangeRatesOutput, setExchangeRatesInput } from '../../contract.ts';
import type { Catalog } from '../../index.ts';

export const setExchangeRates = (catalog: Catalog) =>
  administratorProcedure
    .input(setExchangeRatesInput)
    .output(exchangeRatesOutput)
    .mutation(({ ctx, input }) => catalog.setExchangeRates(ctx.user, input));
