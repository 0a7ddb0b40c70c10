import { publicProcedure } from '@mallhive/trpc';
import { checkoutOutput, updateCheckoutInput } from '../contract.ts';
import type { OrdersFacade } from '../index.ts';
import { shopperOf } from './shopper.ts';

export const updateCheckout = (orders: OrdersFacade) =>
  publicProcedure
    .input(updateCheckoutInput)
    .output(checkoutOutput)
    .mutation(async ({ ctx, input }) => ({ checkout: await orders.updateCheckout(shopperOf(ctx), input) }));
