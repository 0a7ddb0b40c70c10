import { sellerProcedure } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { documentOutput, sellerDocumentInput } from '../invoices/contract.ts';

export const sellerDocument = (orders: OrdersFacade) =>
  sellerProcedure
    .input(sellerDocumentInput)
    .output(documentOutput)
    .query(({ ctx, input }) => orders.sellerDocument(ctx.user, input));
