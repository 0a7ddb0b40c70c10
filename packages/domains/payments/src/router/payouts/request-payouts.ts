import { administratorProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { requestPayoutsOutput } from '../../payouts/contract.ts';

export const requestPayouts = (payments: PaymentsFacade) =>
  administratorProcedure.output(requestPayoutsOutput).mutation(({ ctx }) => payments.payouts.requestPayouts(ctx.user));
