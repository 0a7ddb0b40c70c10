import { administratorProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { createPayoutFileInput, createPayoutFileOutput } from '../../payouts/contract.ts';

export const createPayoutFile = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(createPayoutFileInput)
    .output(createPayoutFileOutput)
    .mutation(({ ctx, input }) => payments.payouts.createPayoutFile(ctx.user, input.currency));
