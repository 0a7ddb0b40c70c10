import { sellerProcedure } from '@mallhive/trpc';
import { sellerStockInput, sellerStockOutput } from '../contract.ts';
import type { CartFacade } from '../index.ts';

export const stock = (cart: CartFacade) =>
  sellerProcedure
    .input(sellerStockInput)
    .output(sellerStockOutput)
    .query(({ ctx, input }) => cart.stock(ctx.user, input));
