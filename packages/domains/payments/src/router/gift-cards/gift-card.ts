import { administratorProcedure } from '@mallhive/trpc';
import { giftCardInput, giftCardOutput } from '../../gift-cards/contract.ts';
import type { PaymentsFacade } from '../../index.ts';

export const giftCard = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(giftCardInput)
    .output(giftCardOutput)
    .query(({ ctx, input }) => payments.giftCards.card(ctx.user, input.giftCardId));
