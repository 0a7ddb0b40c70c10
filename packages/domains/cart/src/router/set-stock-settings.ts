import { sellerProcedure } from '@mallhive/trpc';
import { setStockSettingsInput, stockSettingsOutput } from '../alerts/contract.ts';
import type { CartFacade } from '../index.ts';
import { stockActor } from './stock-actor.ts';

export const setStockSettings = (cart: CartFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'], scope: 'stock:write' })
    .input(setStockSettingsInput)
    .output(stockSettingsOutput)
    .mutation(({ ctx, input }) => cart.setStockSettings(stockActor(ctx), input));
