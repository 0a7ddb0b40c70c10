import { administratorProcedure } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { anyReturnInput, sellerReturnOutput } from '../returns/contract.ts';

export const anyReturn = (orders: OrdersFacade) =>
  administratorProcedure
    .input(anyReturnInput)
    .output(sellerReturnOutput)
    .query(({ ctx, input }) => orders.anyReturn(ctx.user.id, input.returnId));
