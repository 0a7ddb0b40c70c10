import { administratorProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { saveTaxZoneInput, taxRulesOutput } from '../../rates/contract.ts';

export const saveTaxZone = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(saveTaxZoneInput)
    .output(taxRulesOutput)
    .mutation(({ ctx, input }) => payments.rates.saveTaxZone(ctx.user, input));
