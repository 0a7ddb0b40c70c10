import { administratorProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { taxRulesOutput } from '../../rates/contract.ts';

export const taxRules = (payments: PaymentsFacade) =>
  administratorProcedure.output(taxRulesOutput).query(({ ctx }) => payments.rates.taxRules(ctx.user));
