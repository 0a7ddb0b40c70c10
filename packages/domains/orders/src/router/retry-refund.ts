import { administratorProcedure } from '@mallhive/trpc';
import { retryRefundInput, retryRefundOutput } from '../cancellations/contract.ts';
import type { OrdersFacade } from '../index.ts';

export const retryRefund = (orders: OrdersFacade) =>
  administratorProcedure
    .input(retryRefundInput)
    .output(retryRefundOutput)
    .mutation(({ input }) => orders.retryRefund(input.refundId, input.toCredit));
