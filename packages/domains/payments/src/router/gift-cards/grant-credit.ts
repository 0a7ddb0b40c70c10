import { administratorProcedure } from '@mallhive/trpc';
import { grantCreditInput, grantCreditOutput } from '../../gift-cards/contract.ts';
import type { PaymentsFacade } from '../../index.ts';

export const grantCredit = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(grantCreditInput)
    .output(grantCreditOutput)
    .mutation(({ ctx, input }) => payments.giftCards.grantCredit(ctx.user, input));
