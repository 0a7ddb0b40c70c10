import { administratorProcedure } from '@mallhive/trpc';
import type { CartFacade } from '../index.ts';
import { promotionOutput, saveShopPromotionInput } from '../promotions/contract.ts';

export const saveShopPromotion = (cart: CartFacade) =>
  administratorProcedure
    .input(saveShopPromotionInput)
    .output(promotionOutput)
    .mutation(({ ctx, input }) => cart.saveShopPromotion(ctx.user, input));
