import { administratorProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { saveShippingZoneInput, shippingRulesOutput } from '../../rates/contract.ts';

export const saveShippingZone = (payments: PaymentsFacade) =>
  administratorProcedure
    .input(saveShippingZoneInput)
    .output(shippingRulesOutput)
    .mutation(({ ctx, input }) => payments.rates.saveShippingZone(ctx.user, input));
