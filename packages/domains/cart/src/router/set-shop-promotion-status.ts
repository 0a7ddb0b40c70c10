import { administratorProcedure } from '@mallhive/trpc';
import type { CartFacade } from '../index.ts';
import { promotionOutput, setShopPromotionStatusInput } from '../promotions/contract.ts';

export const setShopPromotionStatus = (cart: CartFacade) =>
  administratorProcedure
    .input(setShopPromotionStatusInput)
    .output(promotionOutput)
    .mutation(({ ctx, input }) => cart.setShopPromotionStatus(ctx.user, input));
