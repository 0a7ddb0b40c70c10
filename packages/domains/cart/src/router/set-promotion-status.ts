import { sellerProcedure } from '@mallhive/trpc';
import type { CartFacade } from '../index.ts';
import { promotionOutput, setPromotionStatusInput } from '../promotions/contract.ts';
import { stockActor } from './stock-actor.ts';

export const setPromotionStatus = (cart: CartFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'] })
    .input(setPromotionStatusInput)
    .output(promotionOutput)
    .mutation(({ ctx, input }) => cart.setPromotionStatus(stockActor(ctx), input));
