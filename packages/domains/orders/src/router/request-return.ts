import { publicProcedure } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { requestReturnInput, requestReturnOutput } from '../returns/contract.ts';

export const requestReturn = (orders: OrdersFacade) =>
  publicProcedure
    .input(requestReturnInput)
    .output(requestReturnOutput)
    .mutation(async ({ ctx, input }) => ({ order: await orders.requestReturn(ctx.user?.id ?? null, input) }));
