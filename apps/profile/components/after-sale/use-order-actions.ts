import { refusalOf, useApi } from '@mallhive/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CancelInput, Order, ReturnInput } from '../../types.ts';

export interface Variant {
  id: string;
  title: string;
  amount: number;
  available: boolean;
}

/** What can be done with an order after it was paid. Each throws what the API refused. */
export interface OrderActions {
  cancel(input: Pick<CancelInput, 'requestId' | 'lines' | 'reason'>): Promise<void>;
  requestReturn(input: Pick<ReturnInput, 'returnId' | 'lines' | 'wish' | 'note'>): Promise<void>;
  sendReturn(input: { returnId: string; carrier: string; trackingNumber: string }): Promise<void>;
  /** The variants of the product with that slug. The same function from render to render. */
  variants(slug: string): Promise<Variant[]>;
  /** The file of an invoice or credit note. */
  document(documentId: string): Promise<{ name: string; type: string; base64: string }>;
}

/** `accessToken` is a guest's; the new order is handed on. */
export function useOrderActions(
  order: Order,
  accessToken: string | undefined,
  onOrder: (order: Order) => void,
): OrderActions {
  const api = useApi();
  const queries = useQueryClient();
  const cancel = useMutation(api.orders.cancelItems.mutationOptions());
  const request = useMutation(api.orders.requestReturn.mutationOptions());
  const send = useMutation(api.orders.sendReturn.mutationOptions());
  const which = { orderId: order.id, ...(accessToken ? { accessToken } : {}) };
  const { currency } = order.totals.total;
  const variants = useCallback(
    async (slug: string): Promise<Variant[]> => {
      const { product } = await queries.fetchQuery(api.catalog.product.queryOptions({ slug, currency }));
      return (product?.variants ?? []).map(({ id, title, price, availableQuantity }) => ({
        id,
        title,
        amount: price.current.amount,
        available: availableQuantity > 0,
      }));
    },
    [api, queries, currency],
  );
  return {
    cancel: async (input) => onOrder((await cancel.mutateAsync({ ...which, ...input })).order),
    requestReturn: async (input) => onOrder((await request.mutateAsync({ ...which, ...input })).order),
    sendReturn: async (input) => onOrder((await send.mutateAsync({ ...which, ...input })).order),
    variants,
    document: (documentId) =>
      // Made when it is asked for, and not kept.
      queries.fetchQuery(
        api.orders.document.queryOptions(
          { documentId, ...(accessToken ? { accessToken } : {}) },
          { staleTime: 0, gcTime: 0 },
        ),
      ),
  };
}

/** Why the API said no, for the words of the page. */
export const reasonOf = (error: unknown): string => refusalOf(error)?.reason ?? 'failed';
