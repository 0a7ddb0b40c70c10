import { shopperProcedure } from '@mallhive/trpc';
import { wishlistInput, wishlistOutput } from '../contract-wishlist.ts';
import type { CartFacade } from '../index.ts';

export const wishlist = (cart: CartFacade) =>
  shopperProcedure
    .input(wishlistInput)
    .output(wishlistOutput)
    .query(({ ctx, input }) => cart.wishlist(ctx.user.id, input));
