import { sellerProcedure } from '@mallhive/trpc';
import { stockMovementsInput, stockMovementsOutput } from '../contract-stock.ts';
import type { CartFacade } from '../index.ts';
import { stockActor } from './stock-actor.ts';

export const stockMovements = (cart: CartFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'stock:read' })
    .input(stockMovementsInput)
    .output(stockMovementsOutput)
    .query(({ ctx, input }) => cart.stockMovements(stockActor(ctx), input));
