import { administratorProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { settledOutput, settlePayoutInput } from '../../payouts/contract.ts';

export const settlePayout = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(settlePayoutInput)
    .output(settledOutput)
    .mutation(({ ctx, input }) => payments.payouts.settlePayout(ctx.user, input));
