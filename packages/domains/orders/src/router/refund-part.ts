import { sellerProcedure } from '@mallhive/trpc';
import { refundPartInput, refundPartOutput } from '../cancellations/contract.ts';
import type { OrdersFacade } from '../index.ts';

export const refundPart = (orders: OrdersFacade) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner', 'manager'] })
    .input(refundPartInput)
    .output(refundPartOutput)
    .mutation(({ ctx, input }) => orders.refundPart(ctx.user, input));
