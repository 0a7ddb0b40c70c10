import { sellerProcedure } from '@mallhive/trpc';
import { sellerOrderOutput, shipInput } from '../contract.ts';
import type { OrdersFacade } from '../index.ts';

export const ship = (orders: OrdersFacade) =>
  sellerProcedure
    .input(shipInput)
    .output(sellerOrderOutput)
    .mutation(({ ctx, input }) => orders.ship(ctx.user, input));
