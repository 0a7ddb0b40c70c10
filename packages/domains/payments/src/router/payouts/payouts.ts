import { sellerProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { payoutsInput, payoutsOutput } from '../../payouts/contract.ts';

export const payouts = (payments: PaymentsFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'] })
    .input(payoutsInput)
    .output(payoutsOutput)
    .query(({ ctx, input }) => payments.payouts.payouts(ctx.user, input));
