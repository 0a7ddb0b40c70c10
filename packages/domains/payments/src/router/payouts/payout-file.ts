import { administratorProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { fileOutput, payoutFileInput } from '../../payouts/contract.ts';

export const payoutFile = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(payoutFileInput)
    .output(fileOutput)
    .mutation(({ ctx, input }) => payments.payouts.payoutFile(ctx.user, input.fileId));
