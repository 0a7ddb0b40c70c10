import { shopperProcedure } from '@mallhive/trpc';
import { mineInput, mineOutput } from '../contract.ts';
import type { OrdersFacade } from '../index.ts';

export const mine = (orders: OrdersFacade) =>
  shopperProcedure
    .input(mineInput)
    .output(mineOutput)
    .query(({ ctx, input }) => orders.mine(ctx.user.id, input));
