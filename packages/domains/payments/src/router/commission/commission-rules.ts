import { administratorProcedure } from '@mallhive/trpc';
import { commissionRulesOutput } from '../../commission/contract.ts';
import type { PaymentsFacade } from '../../index.ts';

export const commissionRules = (payments: PaymentsFacade) =>
  administratorProcedure.output(commissionRulesOutput).query(({ ctx }) => payments.commission.rules(ctx.user));
