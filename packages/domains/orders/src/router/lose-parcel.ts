import { sellerProcedure } from '@mallhive/trpc';
import { loseParcelInput, sellerOrderOutput } from '../contract.ts';
import type { OrdersFacade } from '../index.ts';

export const loseParcel = (orders: OrdersFacade) =>
  sellerProcedure
    .input(loseParcelInput)
    .output(sellerOrderOutput)
    .mutation(({ ctx, input }) => orders.loseParcel(ctx.user, input));
