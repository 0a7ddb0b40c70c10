import { publicProcedure } from '@mallhive/trpc';
import { orderInput, orderOutput } from '../contract.ts';
import type { OrdersFacade } from '../index.ts';

export const order = (orders: OrdersFacade) =>
  publicProcedure
    .input(orderInput)
    .output(orderOutput)
    .query(async ({ ctx, input }) => ({ order: await orders.order(ctx.user?.id ?? null, input) }));
