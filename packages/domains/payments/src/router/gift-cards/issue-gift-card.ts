import { administratorProcedure } from '@mallhive/trpc';
import { issueGiftCardInput, issueGiftCardOutput } from '../../gift-cards/contract.ts';
import type { PaymentsFacade } from '../../index.ts';

export const issueGiftCard = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(issueGiftCardInput)
    .output(issueGiftCardOutput)
    .mutation(({ ctx, input }) => payments.giftCards.issue(ctx.user, input));
