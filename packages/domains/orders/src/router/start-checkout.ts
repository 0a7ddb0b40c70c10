import { publicProcedure } from '@mallhive/trpc';
import { checkoutOutput, startCheckoutInput } from '../contract.ts';
import type { OrdersFacade } from '../index.ts';
import { shopperOf } from './shopper.ts';

export const startCheckout = (orders: OrdersFacade) =>
  publicProcedure
    .input(startCheckoutInput)
    .output(checkoutOutput)
    .mutation(async ({ ctx, input }) => ({ checkout: await orders.startCheckout(shopperOf(ctx), input) }));
