import { administratorProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { saveTaxClassInput, taxRulesOutput } from '../../rates/contract.ts';

export const saveTaxClass = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(saveTaxClassInput)
    .output(taxRulesOutput)
    .mutation(({ ctx, input }) => payments.rates.saveTaxClass(ctx.user, input));
