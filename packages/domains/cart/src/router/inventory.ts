import { sellerProcedure } from '@mallhive/trpc';
import { inventoryInput, inventoryOutput } from '../contract-stock.ts';
import type { CartFacade } from '../index.ts';
import { stockActor } from './stock-actor.ts';

export const inventory = (cart: CartFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', scope: 'stock:read' })
    .input(inventoryInput)
    .output(inventoryOutput)
    .query(({ ctx, input }) => cart.inventory(stockActor(ctx), input));
