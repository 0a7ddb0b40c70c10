import { useApi } from '@mallhive/api-client';
import { useI18n } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { useEffect, useRef } from 'react';
import { useTexts } from '../texts.ts';
import { useCartMutation } from './use-cart.ts';

/** The link of a message about a cart that was left: puts what was in it into this one, once a page, and goes from the address. */
export function useRestore(): void {
  const api = useApi();
  const router = useRouter();
  const toast = useToast();
  const text = useTexts().page;
  const { currency } = useI18n();
  const shared = useCartMutation((cart) => cart);
  const restore = useMutation({ ...api.cart.restore.mutationOptions(), ...shared });
  const done = useRef(false);
  const { isReady, query } = router;
  const token = typeof query.restore === 'string' ? query.restore : null;
  useEffect(() => {
    if (!isReady || !token || done.current) return;
    done.current = true;
    restore.mutate(
      { token, currency },
      {
        onSuccess: ({ restored }) => {
          if (restored > 0) toast.show({ message: text.broughtBack });
        },
        onError: () => toast.show({ message: text.linkOver, tone: 'danger' }),
        onSettled: () => void router.replace('/cart', undefined, { shallow: true }),
      },
    );
  }, [isReady, token, currency, restore, toast, text, router]);
}
