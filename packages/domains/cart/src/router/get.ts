import { publicProcedure } from '@mallhive/trpc';
import { cartOutput, getCartInput } from '../contract.ts';
import type { CartFacade } from '../index.ts';
import { answer, ownerOf } from './cookie.ts';

export const get = (cart: CartFacade) =>
  publicProcedure
    .input(getCartInput)
    .output(cartOutput)
    .query(async ({ ctx, input }) => answer(ctx, await cart.get(ownerOf(ctx), input)));
