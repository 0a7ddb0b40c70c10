import { shopperProcedure } from '@mallhive/trpc';
import { myCreditOutput } from '../../gift-cards/contract.ts';
import type { PaymentsFacade } from '../../index.ts';

export const myCredit = (payments: PaymentsFacade) =>
  shopperProcedure.output(myCreditOutput).query(({ ctx }) => payments.giftCards.mine(ctx.user.id));
