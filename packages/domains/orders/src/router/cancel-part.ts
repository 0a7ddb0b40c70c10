import { administratorProcedure } from '@mallhive/trpc';
import { cancelPartInput, cancelPartOutput } from '../cancellations/contract.ts';
import type { OrdersFacade } from '../index.ts';

export const cancelPart = (orders: OrdersFacade) =>
  administratorProcedure
    .input(cancelPartInput)
    .output(cancelPartOutput)
    .mutation(({ ctx, input }) => orders.cancelPart(ctx.user.id, input));
