import { administratorProcedure } from '@mallhive/trpc';
import type { OrdersFacade } from '../index.ts';
import { anyDocumentInput, documentOutput } from '../invoices/contract.ts';

export const anyDocument = (orders: OrdersFacade) =>
  administratorProcedure
    .input(anyDocumentInput)
    .output(documentOutput)
    .query(({ input }) => orders.anyDocument(input.documentId));
