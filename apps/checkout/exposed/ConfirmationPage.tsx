import { useApi } from '@mallhive/api-client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ConfirmationView } from '../components/ConfirmationView.tsx';
import type { Order } from '../types.ts';

export interface ConfirmationPageProps {
  order: Order;
  accessToken: string | null;
  signedIn: boolean;
}

const askEveryMs = 2_000;
const slowAfterMs = 20_000;

/** Follows the payment to its end: the provider's message may be behind the browser. */
export default function ConfirmationPage({ order: initial, accessToken, signedIn }: ConfirmationPageProps) {
  const api = useApi();
  const [slow, setSlow] = useState(false);
  const query = useQuery(
    api.orders.order.queryOptions(
      { orderId: initial.id, accessToken: accessToken ?? undefined },
      {
        initialData: { order: initial },
        staleTime: Number.POSITIVE_INFINITY,
        enabled: initial.status === 'pending_payment',
        refetchInterval: ({ state }) => (state.data?.order.status === 'pending_payment' ? askEveryMs : false),
      },
    ),
  );
  const pending = query.data.order.status === 'pending_payment';
  useEffect(() => {
    if (!pending) return;
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, [pending]);
  return <ConfirmationView order={query.data.order} signedIn={signedIn} slow={slow} />;
}
