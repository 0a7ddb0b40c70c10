import { administratorProcedure } from '@mallhive/trpc';
import { addCommissionRuleInput, doneOutput } from '../../commission/contract.ts';
import type { PaymentsFacade } from '../../index.ts';

export const addCommissionRule = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(addCommissionRuleInput)
    .output(doneOutput)
    .mutation(async ({ ctx, input }) => {
      await payments.commission.addRule(ctx.user, input);
      return { done: true as const };
    });
