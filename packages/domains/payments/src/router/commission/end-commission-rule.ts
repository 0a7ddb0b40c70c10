import { administratorProcedure } from '@mallhive/trpc';
import { doneOutput, endCommissionRuleInput } from '../../commission/contract.ts';
import type { PaymentsFacade } from '../../index.ts';

export const endCommissionRule = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(endCommissionRuleInput)
    .output(doneOutput)
    .mutation(async ({ ctx, input }) => {
      await payments.commission.endRule(ctx.user, input.ruleId);
      return { done: true as const };
    });
