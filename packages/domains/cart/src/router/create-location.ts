import { sellerProcedure } from '@mallhive/trpc';
import { createLocationInput, stockLocationsOutput } from '../contract-stock.ts';
import type { CartFacade } from '../index.ts';
import { stockActor } from './stock-actor.ts';

export const createLocation = (cart: CartFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'], scope: 'stock:write' })
    .input(createLocationInput)
    .output(stockLocationsOutput)
    .mutation(({ ctx, input }) => cart.createLocation(stockActor(ctx), input));
