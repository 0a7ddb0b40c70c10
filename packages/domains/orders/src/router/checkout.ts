import { publicProcedure } from '@mallhive/trpc';
import { checkoutInput, checkoutOutput } from '../contract.ts';
import type { OrdersFacade } from '../index.ts';
import { shopperOf } from './shopper.ts';

export const checkout = (orders: OrdersFacade) =>
  publicProcedure
    .input(checkoutInput)
    .output(checkoutOutput)
    .query(async ({ ctx, input }) => ({ checkout: await orders.checkout(shopperOf(ctx), input.checkoutId) }));
