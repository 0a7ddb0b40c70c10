import { publicProcedure } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { documentInput, documentOutput } from '../invoices/contract.ts';

export const document = (orders: OrdersFacade) =>
  publicProcedure
    .input(documentInput)
    .output(documentOutput)
    .query(({ ctx, input }) => orders.document(ctx.user?.id ?? null, input));
