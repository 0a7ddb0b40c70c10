import { sellerProcedure } from '@mallhive/trpc';
import { setStockInput, setStockOutput } from '../contract.ts';
import type { CartFacade } from '../index.ts';
import { stockActor } from './stock-actor.ts';

export const setStock = (cart: CartFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'stock:write' })
    .input(setStockInput)
    .output(setStockOutput)
    .mutation(({ ctx, input }) => cart.setStock(stockActor(ctx), input));
