import { refusalOf, statusOf, useApi } from '@mallhive/api-client';
import { localisedPath, useHydrated } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { StockAlertView } from '../components/StockAlertView.tsx';
import { useAudience } from '../components/use-cart.ts';
import { useUser } from '../components/use-wish.ts';
import { useTexts } from '../texts.ts';

export interface StockAlertProps {
  variantId: string;
}

/** For a variant that is sold out: a message when it is back. A guest is led to sign in, since we must know whom to tell. */
export default function StockAlert({ variantId }: StockAlertProps) {
  const hydrated = useHydrated();
  const toast = useToast();
  const text = useTexts().alert;
  const { locale, currency } = useAudience();
  const api = useApi();
  const queries = useQueryClient();
  const user = useUser();
  const input = { variantIds: [variantId] };
  const key = api.cart.waits.queryKey(input);
  const waits = useQuery(api.cart.waits.queryOptions(input, { enabled: Boolean(user) }));
  const show = (waiting: boolean) => queries.setQueryData(key, { variantIds: waiting ? [variantId] : [] });

  const toSignIn = () => {
    const here = window.location.pathname + window.location.search;
    window.location.assign(`${localisedPath(locale, '/sign-in')}?callbackUrl=${encodeURIComponent(here)}`);
  };
  const onError = (error: unknown) => {
    if (statusOf(error) === 401) return toSignIn();
    const back = refusalOf(error)?.reason === 'in_stock';
    toast.show(back ? { message: text.inStock } : { message: text.failed, tone: 'danger' });
  };
  // So that messages come in the daytime; what the person chose themselves stays.
  const learn = useMutation(api.notifications.learnTimeZone.mutationOptions());
  const wait = useMutation(
    api.cart.waitForStock.mutationOptions({
      onSuccess: () => {
        show(true);
        learn.mutate({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
      },
      onError,
    }),
  );
  const stop = useMutation(api.cart.stopWaiting.mutationOptions({ onSuccess: () => show(false), onError }));

  return (
    <StockAlertView
      waiting={waits.data?.variantIds.includes(variantId) ?? false}
      ready={hydrated && user !== undefined}
      busy={wait.isPending || stop.isPending}
      onWait={() => (user ? wait.mutate({ variantId, currency }) : toSignIn())}
      onStop={() => stop.mutate({ variantId })}
    />
  );
}
