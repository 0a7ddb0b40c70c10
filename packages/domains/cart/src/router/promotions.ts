import { sellerProcedure } from '@mallhive/trpc';
import type { CartFacade } from '../index.ts';
import { promotionsInput, promotionsOutput } from '../promotions/contract.ts';
import { stockActor } from './stock-actor.ts';

export const promotions = (cart: CartFacade) =>
  sellerProcedure
    .input(promotionsInput)
    .output(promotionsOutput)
    .query(({ ctx, input }) => cart.promotions(stockActor(ctx), input));
