import { administratorProcedure } from '@mallhive/trpc';
import type { CartFacade } from '../index.ts';
import { promotionsOutput, shopPromotionsInput } from '../promotions/contract.ts';

export const shopPromotions = (cart: CartFacade) =>
  administratorProcedure
    .input(shopPromotionsInput)
    .output(promotionsOutput)
    .query(() => cart.shopPromotions());
