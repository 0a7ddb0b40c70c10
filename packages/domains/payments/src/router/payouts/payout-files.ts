import { administratorProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { payoutFilesOutput } from '../../payouts/contract.ts';

export const payoutFiles = (payments: PaymentsFacade) =>
  administratorProcedure.output(payoutFilesOutput).query(({ ctx }) => payments.payouts.payoutFiles(ctx.user));
