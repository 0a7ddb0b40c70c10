import { publicProcedure } from '@mallhive/trpc';
import { lookUpInput, orderOutput } from '../contract.ts';
import type { OrdersFacade } from '../index.ts';

export const lookUp = (orders: OrdersFacade) =>
  publicProcedure
    .input(lookUpInput)
    .output(orderOutput)
    .query(async ({ input }) => ({ order: await orders.lookUp(input) }));
