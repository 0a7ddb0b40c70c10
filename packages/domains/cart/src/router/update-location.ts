import { sellerProcedure } from '@mallhive/trpc';
import { stockLocationsOutput, updateLocationInput } from '../contract-stock.ts';
import type { CartFacade } from '../index.ts';
import { stockActor } from './stock-actor.ts';

export const updateLocation = (cart: CartFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'], scope: 'stock:write' })
    .input(updateLocationInput)
    .output(stockLocationsOutput)
    .mutation(({ ctx, input }) => cart.updateLocation(stockActor(ctx), input));
