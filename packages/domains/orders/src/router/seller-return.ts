import { sellerProcedure } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { sellerReturnInput, sellerReturnOutput } from '../returns/contract.ts';

export const sellerReturn = (orders: OrdersFacade) =>
  sellerProcedure
    .input(sellerReturnInput)
    .output(sellerReturnOutput)
    .query(({ ctx, input }) => orders.sellerReturn(ctx.user, input));
