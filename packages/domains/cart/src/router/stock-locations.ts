import { sellerProcedure } from '@mallhive/trpc';
import { stockLocationsInput, stockLocationsOutput } from '../contract-stock.ts';
import type { CartFacade } from '../index.ts';
import { stockActor } from './stock-actor.ts';

export const stockLocations = (cart: CartFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'stock:read' })
    .input(stockLocationsInput)
    .output(stockLocationsOutput)
    .query(({ ctx, input }) => cart.stockLocations(stockActor(ctx), input));
