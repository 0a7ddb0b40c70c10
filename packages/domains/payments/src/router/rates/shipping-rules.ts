import { administratorProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { shippingRulesOutput } from '../../rates/contract.ts';

export const shippingRules = (payments: PaymentsFacade) =>
  administratorProcedure.output(shippingRulesOutput).query(({ ctx }) => payments.rates.shippingRules(ctx.user));
