import { sellerProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { sellerShippingInput, sellerShippingOutput } from '../../rates/contract.ts';

export const sellerShipping = (payments: PaymentsFacade) =>
  sellerProcedure
    .input(sellerShippingInput)
    .output(sellerShippingOutput)
    .query(({ ctx, input }) => payments.rates.sellerShipping(ctx.user, input));
