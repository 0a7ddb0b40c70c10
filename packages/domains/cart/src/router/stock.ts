import { sellerProcedure } from '@mallhive/trpc';
import { sellerStockInput, sellerStockOutput } from '../contract.ts';
import type { CartFacade } from '../index.ts';
import { stockActor } from './stock-actor.ts';

export const stock = (cart: CartFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'stock:read' })
    .input(sellerStockInput)
    .output(sellerStockOutput)
    .query(({ ctx, input }) => cart.stock(stockActor(ctx), input));
