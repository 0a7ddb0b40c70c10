import { sellerProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { checkPayoutAccountInput, payoutAccountOutput } from '../../payouts/contract.ts';

export const checkPayoutAccount = (payments: PaymentsFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(checkPayoutAccountInput)
    .output(payoutAccountOutput)
    .mutation(({ ctx, input }) => payments.payouts.checkPayoutAccount(ctx.user, input));
