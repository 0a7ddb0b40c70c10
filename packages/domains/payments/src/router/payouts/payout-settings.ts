import { sellerProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { ofSellerInput, payoutSettingsOutput } from '../../payouts/contract.ts';

export const payoutSettings = (payments: PaymentsFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'] })
    .input(ofSellerInput)
    .output(payoutSettingsOutput)
    .query(({ ctx, input }) => payments.payouts.payoutSettings(ctx.user, input.sellerId));
