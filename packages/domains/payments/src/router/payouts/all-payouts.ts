import { administratorProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { allPayoutsInput, allPayoutsOutput } from '../../payouts/contract.ts';

export const allPayouts = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(allPayoutsInput)
    .output(allPayoutsOutput)
    .query(({ ctx, input }) => payments.payouts.allPayouts(ctx.user, input));
