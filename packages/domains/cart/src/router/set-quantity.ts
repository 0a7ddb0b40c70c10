import { publicProcedure } from '@mallhive/trpc';
import { cartOutput, setQuantityInput } from '../contract.ts';
import type { CartFacade } from '../index.ts';
import { answer, ownerOf } from './cookie.ts';

export const setQuantity = (cart: CartFacade) =>
  publicProcedure
    .input(setQuantityInput)
    .output(cartOutput)
    .mutation(async ({ ctx, input }) => answer(ctx, await cart.setQuantity(ownerOf(ctx), input)));
