import { sellerProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { ofSellerInput, statementsOutput } from '../../payouts/contract.ts';

export const statements = (payments: PaymentsFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'] })
    .input(ofSellerInput)
    .output(statementsOutput)
    .query(({ ctx, input }) => payments.payouts.statements(ctx.user, input.sellerId));
