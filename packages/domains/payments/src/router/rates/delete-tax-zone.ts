import { administratorProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { deleteZoneInput, taxRulesOutput } from '../../rates/contract.ts';

export const deleteTaxZone = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(deleteZoneInput)
    .output(taxRulesOutput)
    .mutation(({ ctx, input }) => payments.rates.deleteTaxZone(ctx.user, input));
