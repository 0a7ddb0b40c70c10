import { tell } from '@mallhive/federation/tell';
import { useRouter } from 'next/router';
import { useEffect } from 'react';

/** Tells what pages by themselves say of a visit, and fetches the beacon when the page has nothing better to do. */
export function useBehaviour(productId: string | undefined): void {
  const { asPath, pathname, query } = useRouter();
  const path = asPath.split(/[?#]/)[0] ?? '/';
  const orderId = pathname === '/orders/[id]/confirmation' ? String(query.id) : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another view
  useEffect(() => {
    tell({ type: 'page_view' });
    if (productId) tell({ type: 'product_view', productId });
    if (pathname === '/checkout') tell({ type: 'checkout_started' });
    if (orderId) tell({ type: 'order_placed', orderId });
  }, [path, productId, orderId]);
  useEffect(() => {
    const timer = setTimeout(() => void import('./beacon.ts').then(({ startBeacon }) => startBeacon()), 1_500);
    return () => clearTimeout(timer);
  }, []);
}
