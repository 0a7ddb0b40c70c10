import { administratorProcedure } from '@mallhive/trpc';
import { findOrderInput, findOrderOutput } from '../cancellations/contract.ts';
import type { OrdersFacade } from '../index.ts';

export const findOrder = (orders: OrdersFacade) =>
  administratorProcedure
    .input(findOrderInput)
    .output(findOrderOutput)
    .query(async ({ input }) => ({ order: await orders.findOrder(input.number) }));
