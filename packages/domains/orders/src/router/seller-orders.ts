import { sellerProcedure } from '@mallhive/trpc';
import { sellerOrdersInput, sellerOrdersOutput } from '../contract.ts';
import type { OrdersFacade } from '../index.ts';

export const sellerOrders = (orders: OrdersFacade) =>
  sellerProcedure
    .input(sellerOrdersInput)
    .output(sellerOrdersOutput)
    .query(({ ctx, input }) => orders.sellerOrders(ctx.user, input));
