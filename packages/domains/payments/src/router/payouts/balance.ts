import { sellerProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { balanceOutput, ofSellerInput } from '../../payouts/contract.ts';

export const balance = (payments: PaymentsFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'] })
    .input(ofSellerInput)
    .output(balanceOutput)
    .query(({ ctx, input }) => payments.payouts.balance(ctx.user, input.sellerId));
