import { sellerProcedure } from '@mallhive/trpc';
import { transferStockInput, transferStockOutput } from '../contract-stock.ts';
import type { CartFacade } from '../index.ts';
import { stockActor } from './stock-actor.ts';

export const transferStock = (cart: CartFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'stock:write' })
    .input(transferStockInput)
    .output(transferStockOutput)
    .mutation(({ ctx, input }) => cart.transferStock(stockActor(ctx), input));
