import { publicProcedure } from '@mallhive/trpc';
import { addItemInput, cartOutput } from '../contract.ts';
import type { CartFacade } from '../index.ts';
import { answer, ownerOf } from './cookie.ts';

export const addItem = (cart: CartFacade) =>
  publicProcedure
    .input(addItemInput)
    .output(cartOutput)
    .mutation(async ({ ctx, input }) => answer(ctx, await cart.addItem(ownerOf(ctx), input)));
