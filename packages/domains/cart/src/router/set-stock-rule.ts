import { sellerProcedure } from '@mallhive/trpc';
import { setStockRuleInput, setStockRuleOutput } from '../alerts/contract.ts';
import type { CartFacade } from '../index.ts';
import { stockActor } from './stock-actor.ts';

export const setStockRule = (cart: CartFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'], scope: 'stock:write' })
    .input(setStockRuleInput)
    .output(setStockRuleOutput)
    .mutation(({ ctx, input }) => cart.setStockRule(stockActor(ctx), input));
