import { useApi } from '@mallhive/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { useCallback } from 'react';
import { clearDraft, rememberDone } from '../logic/draft.ts';
import type { Placed } from '../types.ts';

/** The cart's own channel between tabs: their carts are empty now, too. */
function tellCarts(): void {
  if (typeof BroadcastChannel !== 'function') return;
  const channel = new BroadcastChannel('mallhive-cart');
  channel.postMessage({ kind: 'stale' });
  channel.close();
}

/** To the confirmation, in place of the checkout: the back button must not lead to a form that was sent. */
export function useLeaveForConfirmation(): (order: Pick<Placed['order'], 'id' | 'accessToken'>) => void {
  const api = useApi();
  const queries = useQueryClient();
  const router = useRouter();
  return useCallback(
    (order) => {
      clearDraft(window.sessionStorage);
      rememberDone(window.sessionStorage);
      tellCarts();
      void queries.invalidateQueries({ queryKey: api.cart.get.queryKey() });
      void router.replace(`/orders/${order.id}/confirmation?token=${encodeURIComponent(order.accessToken)}`);
    },
    [api, queries, router],
  );
}
