import { publicProcedure } from '@mallhive/trpc';
import { cancelItemsInput, cancelItemsOutput } from '../cancellations/contract.ts';
import type { OrdersFacade } from '../index.ts';

export const cancelItems = (orders: OrdersFacade) =>
  publicProcedure
    .input(cancelItemsInput)
    .output(cancelItemsOutput)
    .mutation(async ({ ctx, input }) => ({ order: await orders.cancelItems(ctx.user?.id ?? null, input) }));
