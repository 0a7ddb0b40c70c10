import { administratorProcedure } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { allReturnsInput, returnsOutput } from '../returns/contract.ts';

export const allReturns = (orders: OrdersFacade) =>
  administratorProcedure
    .input(allReturnsInput)
    .output(returnsOutput)
    .query(({ input }) => orders.allReturns(input));
