import { administratorProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { settledOutput, settlePayoutFileInput } from '../../payouts/contract.ts';

export const settlePayoutFile = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(settlePayoutFileInput)
    .output(settledOutput)
    .mutation(({ ctx, input }) => payments.payouts.settlePayoutFile(ctx.user, input.fileId));
