import { publicProcedure } from '@mallhive/trpc';
import { placeInput, placeOutput } from '../contract.ts';
import type { OrdersFacade } from '../index.ts';
import { shopperOf } from './shopper.ts';

export const place = (orders: OrdersFacade) =>
  publicProcedure
    .input(placeInput)
    .output(placeOutput)
    .mutation(({ ctx, input }) => orders.place(shopperOf(ctx), input));
