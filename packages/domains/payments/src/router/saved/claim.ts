import { shopperProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { claimInput, claimOutput } from '../../saved/contract.ts';

export const claim = (payments: PaymentsFacade) =>
  shopperProcedure
    .input(claimInput)
    .output(claimOutput)
    .mutation(({ ctx, input }) => payments.saved.claim(ctx.user.id, input));
