import { publicProcedure } from '@mallhive/trpc';
import type { CartFacade } from '../index.ts';
import { restoreCartInput, restoreCartOutput } from '../watches/contract.ts';
import { answer, ownerOf } from './cookie.ts';

export const restore = (cart: CartFacade) =>
  publicProcedure
    .input(restoreCartInput)
    .output(restoreCartOutput)
    .mutation(async ({ ctx, input }) => {
      const { restored, ...reply } = await cart.restore(ownerOf(ctx), input);
      return { ...answer(ctx, reply), restored };
    });
