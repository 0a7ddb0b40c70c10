import { sellerProcedure } from '@mallhive/trpc';
import { setBundleInput, setBundleOutput } from '../bundles/contract.ts';
import type { CartFacade } from '../index.ts';
import { stockActor } from './stock-actor.ts';

export const setBundle = (cart: CartFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'], scope: 'stock:write' })
    .input(setBundleInput)
    .output(setBundleOutput)
    .mutation(({ ctx, input }) => cart.setBundle(stockActor(ctx), input));
