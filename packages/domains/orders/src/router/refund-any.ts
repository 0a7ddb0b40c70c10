import { administratorProcedure } from '@mallhive/trpc';
import { refundAnyInput, refundPartOutput } from '../cancellations/contract.ts';
import type { OrdersFacade } from '../index.ts';

export const refundAny = (orders: OrdersFacade) =>
  administratorProcedure
    .input(refundAnyInput)
    .output(refundPartOutput)
    .mutation(({ ctx, input }) => orders.refundAny(ctx.user.id, input));
