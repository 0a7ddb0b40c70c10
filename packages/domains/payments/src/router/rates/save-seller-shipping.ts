import { sellerProcedure } from '@mallhive/trpc';
import type { PaymentsFacade } from '../../index.ts';
import { saveSellerShippingInput, sellerShippingOutput } from '../../rates/contract.ts';

export const saveSellerShipping = (payments: PaymentsFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'] })
    .input(saveSellerShippingInput)
    .output(sellerShippingOutput)
    .mutation(({ ctx, input }) => payments.rates.saveSellerShipping(ctx.user, input));
