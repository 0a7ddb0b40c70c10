import { publicProcedure } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { sendReturnInput, sendReturnOutput } from '../returns/contract.ts';

export const sendReturn = (orders: OrdersFacade) =>
  publicProcedure
    .input(sendReturnInput)
    .output(sendReturnOutput)
    .mutation(async ({ ctx, input }) => ({ order: await orders.sendReturn(ctx.user?.id ?? null, input) }));
