import { sellerProcedure } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { sellerReturnInput, sellerReturnOutput } from '../returns/contract.ts';

export const receiveReturn = (orders: OrdersFacade) =>
  sellerProcedure
    .input(sellerReturnInput)
    .output(sellerReturnOutput)
    .mutation(({ ctx, input }) => orders.receiveReturn(ctx.user, input));
