import { sellerProcedure } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { inspectReturnInput, sellerReturnOutput } from '../returns/contract.ts';

export const inspectReturn = (orders: OrdersFacade) =>
  sellerProcedure
    .input(inspectReturnInput)
    .output(sellerReturnOutput)
    .mutation(({ ctx, input }) => orders.inspectReturn(ctx.user, input));
