import { publicProcedure } from '@mallhive/trpc';
import { cartOutput, couponInput } from '../contract.ts';
import type { CartFacade } from '../index.ts';
import { answer, ownerOf } from './cookie.ts';

export const removeCoupon = (cart: CartFacade) =>
  publicProcedure
    .input(couponInput)
    .output(cartOutput)
    .mutation(async ({ ctx, input }) => answer(ctx, await cart.removeCoupon(ownerOf(ctx), input)));
