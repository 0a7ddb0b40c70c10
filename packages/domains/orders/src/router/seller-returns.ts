import { sellerProcedure } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { returnsOutput, sellerReturnsInput } from '../returns/contract.ts';

export const sellerReturns = (orders: OrdersFacade) =>
  sellerProcedure
    .input(sellerReturnsInput)
    .output(returnsOutput)
    .query(({ ctx, input }) => orders.sellerReturns(ctx.user, input));
