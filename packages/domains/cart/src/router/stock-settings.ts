import { sellerProcedure } from '@mallhive/trpc';
import { stockSettingsInput, stockSettingsOutput } from '../alerts/contract.ts';
import type { CartFacade } from '../index.ts';
import { stockActor } from './stock-actor.ts';

export const stockSettings = (cart: CartFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'stock:read' })
    .input(stockSettingsInput)
    .output(stockSettingsOutput)
    .query(({ ctx, input }) => cart.stockSettings(stockActor(ctx), input));
