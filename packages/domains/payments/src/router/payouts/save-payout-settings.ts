import { sellerProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { doneOutput, savePayoutSettingsInput } from '../../payouts/contract.ts';

export const savePayoutSettings = (payments: PaymentsFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(savePayoutSettingsInput)
    .output(doneOutput)
    .mutation(async ({ ctx, input }) => {
      await payments.payouts.savePayoutSettings(ctx.user, input);
      return { done: true as const };
    });
