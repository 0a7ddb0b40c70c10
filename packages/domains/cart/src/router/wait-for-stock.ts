import { shopperProcedure } from '@mallhive/trpc';
import type { CartFacade } from '../index.ts';
import { waitForStockInput, waitForStockOutput } from '../watches/contract.ts';

export const waitForStock = (cart: CartFacade) =>
  shopperProcedure
    .input(waitForStockInput)
    .output(waitForStockOutput)
    .mutation(({ ctx, input }) => cart.waitForStock(ctx.user.id, input));
