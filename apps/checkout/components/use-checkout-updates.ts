import { useApi } from '@mallhive/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { withShipping } from '../logic/changes.ts';
import type { Checkout, ShippingCode } from '../types.ts';

/** The checkout as last heard from the server; choices show at once and are sent one after the other. */
export function useCheckoutUpdates(initial: Checkout, onFailure: () => void) {
  const api = useApi();
  const queries = useQueryClient();
  const [checkout, setCheckout] = useState(initial);
  const latest = useRef(initial);
  const pending = useRef<Promise<unknown>>(Promise.resolve());
  const [open, setOpen] = useState(0);
  const { mutateAsync } = useMutation(api.orders.updateCheckout.mutationOptions());

  const show = useCallback((next: Checkout) => {
    latest.current = next;
    setCheckout(next);
  }, []);

  const update = useCallback(
    (change: { country?: string; shipping?: Record<string, ShippingCode> }) => {
      for (const [sellerId, code] of Object.entries(change.shipping ?? {}))
        show(withShipping(latest.current, sellerId, code));
      setOpen((count) => count + 1);
      pending.current = pending.current
        .then(() => mutateAsync({ checkoutId: latest.current.id, ...change }))
        .then((answer) => show(answer.checkout))
        .catch(onFailure)
        .finally(() => setOpen((count) => count - 1));
    },
    [mutateAsync, onFailure, show],
  );

  /** Read again after the server has said that it changed. */
  const reload = useCallback(async (): Promise<Checkout> => {
    const options = api.orders.checkout.queryOptions({ checkoutId: latest.current.id }, { staleTime: 0 });
    const answer = await queries.fetchQuery(options);
    show(answer.checkout);
    return answer.checkout;
  }, [api, queries, show]);

  /** The checkout once everything that was chosen has arrived. */
  const settled = useCallback(async (): Promise<Checkout> => {
    await pending.current;
    return latest.current;
  }, []);

  return { checkout, updating: open > 0, update, reload, settled, show };
}
