import { administratorProcedure } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { inspectAnyReturnInput, sellerReturnOutput } from '../returns/contract.ts';

export const inspectAnyReturn = (orders: OrdersFacade) =>
  administratorProcedure
    .input(inspectAnyReturnInput)
    .output(sellerReturnOutput)
    .mutation(({ ctx, input }) => orders.inspectAnyReturn(ctx.user.id, input));
