import { shopperProcedure } from '@mallhive/trpc';
import { removeWishInput, removeWishOutput } from '../contract-wishlist.ts';
import type { CartFacade } from '../index.ts';

export const removeWish = (cart: CartFacade) =>
  shopperProcedure
    .input(removeWishInput)
    .output(removeWishOutput)
    .mutation(({ ctx, input }) => cart.removeWish(ctx.user.id, input));
