import { publicProcedure } from '@mallhive/trpc';
import { checkGiftCardInput, checkGiftCardOutput } from '../../gift-cards/contract.ts';
import type { PaymentsFacade } from '../../index.ts';

export const checkGiftCard = (payments: PaymentsFacade) =>
  publicProcedure
    .input(checkGiftCardInput)
    .output(checkGiftCardOutput)
    .mutation(({ ctx, input }) => payments.giftCards.check(input.code, ctx.ip));
