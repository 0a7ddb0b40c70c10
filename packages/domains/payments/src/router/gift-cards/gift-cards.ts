import { administratorProcedure } from '@mallhive/trpc';
import { giftCardsInput, giftCardsOutput } from '../../gift-cards/contract.ts';
import type { PaymentsFacade } from '../../index.ts';

export const giftCards = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(giftCardsInput)
    .output(giftCardsOutput)
    .query(({ ctx, input }) => payments.giftCards.list(ctx.user, input));
