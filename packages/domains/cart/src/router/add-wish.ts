import { shopperProcedure } from '@mallhive/trpc';
import { addWishInput, addWishOutput } from '../contract-wishlist.ts';
import type { CartFacade } from '../index.ts';

export const addWish = (cart: CartFacade) =>
  shopperProcedure
    .input(addWishInput)
    .output(addWishOutput)
    .mutation(({ ctx, input }) => cart.addWish(ctx.user.id, input));
