import { sellerProcedure } from '@mallhive/trpc';
import { sellerOrderInput, sellerOrderOutput } from '../contract.ts';
import type { OrdersFacade } from '../index.ts';

export const sellerOrder = (orders: OrdersFacade) =>
  sellerProcedure
    .input(sellerOrderInput)
    .output(sellerOrderOutput)
    .query(({ ctx, input }) => orders.sellerOrder(ctx.user, input));
