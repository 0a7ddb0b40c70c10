import { sellerProcedure } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { decideReturnInput, sellerReturnOutput } from '../returns/contract.ts';

export const decideReturn = (orders: OrdersFacade) =>
  sellerProcedure
    .input(decideReturnInput)
    .output(sellerReturnOutput)
    .mutation(({ ctx, input }) => orders.decideReturn(ctx.user, input));
