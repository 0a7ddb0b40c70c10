import { shopperProcedure } from '@mallhive/trpc';
import { cartOutput } from '../contract.ts';
import { moveWishInput } from '../contract-wishlist.ts';
import type { CartFacade } from '../index.ts';
import { answer, ownerOf } from './cookie.ts';

export const moveWishToCart = (cart: CartFacade) =>
  shopperProcedure
    .input(moveWishInput)
    .output(cartOutput)
    .mutation(async ({ ctx, input }) =>
      answer(ctx, await cart.moveWishToCart({ ...ownerOf(ctx), userId: ctx.user.id }, input)),
    );
