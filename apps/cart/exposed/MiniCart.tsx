import { useHydrated } from '@mallhive/ui';
import { useRouter } from 'next/router';
import { useEffect, useState } from 'react';
import { MiniCartView } from '../components/MiniCartView.tsx';
import { useCart, useCartOfOtherTabs } from '../components/use-cart.ts';

/** The cart in the header of every page: counts, and opens. */
export default function MiniCart() {
  const hydrated = useHydrated();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const cart = useCart();
  useCartOfOtherTabs();

  useEffect(() => {
    const close = () => setOpen(false);
    router.events.on('routeChangeStart', close);
    return () => router.events.off('routeChangeStart', close);
  }, [router.events]);

  return (
    <MiniCartView
      // The page's HTML is the same for everybody: a number in it would be somebody else's.
      count={hydrated ? (cart.data?.itemCount ?? null) : null}
      cart={cart.data}
      failed={cart.isError}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onRetry={() => void cart.refetch()}
    />
  );
}
