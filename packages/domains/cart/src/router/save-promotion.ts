import { sellerProcedure } from '@mallhive/trpc';
import type { CartFacade } from '../index.ts';
import { promotionOutput, savePromotionInput } from '../promotions/contract.ts';
import { stockActor } from './stock-actor.ts';

export const savePromotion = (cart: CartFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'] })
    .input(savePromotionInput)
    .output(promotionOutput)
    .mutation(({ ctx, input }) => cart.savePromotion(stockActor(ctx), input));
