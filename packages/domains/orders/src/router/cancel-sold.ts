import { sellerProcedure } from '@mallhive/trpc';
import { cancelSoldInput, cancelSoldOutput } from '../cancellations/contract.ts';
import type { OrdersFacade } from '../index.ts';

export const cancelSold = (orders: OrdersFacade) =>
  sellerProcedure
    .input(cancelSoldInput)
    .output(cancelSoldOutput)
    .mutation(({ ctx, input }) => orders.cancelSold(ctx.user, input));
