import { sellerProcedure } from '@mallhive/trpc';
import { setStockInput, setStockOutput } from '../contract.ts';
import type { CartFacade } from '../index.ts';

export const setStock = (cart: CartFacade) =>
  sellerProcedure
    .input(setStockInput)
    .output(setStockOutput)
    .mutation(({ ctx, input }) => cart.setStock(ctx.user, input));
