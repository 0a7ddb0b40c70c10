import { sellerProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { openPayoutAccountInput, openPayoutAccountOutput } from '../../payouts/contract.ts';

export const openPayoutAccount = (payments: PaymentsFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(openPayoutAccountInput)
    .output(openPayoutAccountOutput)
    .mutation(({ ctx, input }) => payments.payouts.openPayoutAccount(ctx.user, input));
