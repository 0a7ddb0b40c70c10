import { administratorProcedure } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { anyReturnInput, sellerReturnOutput } from '../returns/contract.ts';

export const receiveAnyReturn = (orders: OrdersFacade) =>
  administratorProcedure
    .input(anyReturnInput)
    .output(sellerReturnOutput)
    .mutation(({ ctx, input }) => orders.receiveAnyReturn(ctx.user.id, input.returnId));
