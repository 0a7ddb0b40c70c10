import { administratorProcedure } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { decideAnyReturnInput, sellerReturnOutput } from '../returns/contract.ts';

export const decideAnyReturn = (orders: OrdersFacade) =>
  administratorProcedure
    .input(decideAnyReturnInput)
    .output(sellerReturnOutput)
    .mutation(({ ctx, input }) => orders.decideAnyReturn(ctx.user.id, input));
