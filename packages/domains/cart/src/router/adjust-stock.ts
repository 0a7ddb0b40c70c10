import { sellerProcedure } from '@mallhive/trpc';
import { adjustStockInput, adjustStockOutput } from '../contract-stock.ts';
import type { CartFacade } from '../index.ts';
import { stockActor } from './stock-actor.ts';

export const adjustStock = (cart: CartFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'stock:write' })
    .input(adjustStockInput)
    .output(adjustStockOutput)
    .mutation(({ ctx, input }) => cart.adjustStock(stockActor(ctx), input));
