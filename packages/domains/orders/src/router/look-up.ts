import { publicProcedure } from '@mallhive/trpc';
import { lookUpInput, lookUpOutput } from '../contract.ts';
import type { OrdersFacade } from '../index.ts';

export const lookUp = (orders: OrdersFacade) =>
  publicProcedure
    .input(lookUpInput)
    .output(lookUpOutput)
    .query(async ({ input }) => {
      const order = await orders.lookUp(input);
      return { order, accessToken: orders.accessToken(order.id) };
    });
