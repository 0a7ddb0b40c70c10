import { administratorProcedure } from '@mallhive/trpc';
import { blockGiftCardInput, blockGiftCardOutput } from '../../gift-cards/contract.ts';
import type { PaymentsFacade } from '../../index.ts';

export const blockGiftCard = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(blockGiftCardInput)
    .output(blockGiftCardOutput)
    .mutation(({ ctx, input }) => payments.giftCards.block(ctx.user, input));
