import { administratorProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { deleteZoneInput, shippingRulesOutput } from '../../rates/contract.ts';

export const deleteShippingZone = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(deleteZoneInput)
    .output(shippingRulesOutput)
    .mutation(({ ctx, input }) => payments.rates.deleteShippingZone(ctx.user, input));
