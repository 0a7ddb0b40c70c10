import { sellerProcedure } from '@mallhive/trpc';
import { markDeliveredInput, sellerOrderOutput } from '../contract.ts';
import type { OrdersFacade } from '../index.ts';

export const markDelivered = (orders: OrdersFacade) =>
  sellerProcedure
    .input(markDeliveredInput)
    .output(sellerOrderOutput)
    .mutation(({ ctx, input }) => orders.markDelivered(ctx.user, input));
