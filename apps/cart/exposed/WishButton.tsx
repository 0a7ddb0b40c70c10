import { refusalOf, statusOf, useApi } from '@mallhive/api-client';
import { localisedPath, useHydrated, useI18n } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { useEffect } from 'react';
import { useAudience } from '../components/use-cart.ts';
import { useUser, useWished, type WishedProduct } from '../components/use-wish.ts';
import { WishHeart } from '../components/WishHeart.tsx';
import { rememberWish, takeWish } from '../logic/wish-intent.ts';
import { useTexts } from '../texts.ts';

export type WishButtonProps = WishedProduct;

/** One after the other: the server sees the clicks in the order in which they were made. */
const scope = { id: 'mallhive-wishlist' };

/** The heart of a product page. A guest is led to sign in, and comes back with the product on their list. */
export default function WishButton({ productId, variantId }: WishButtonProps) {
  const hydrated = useHydrated();
  const router = useRouter();
  const toast = useToast();
  const text = useTexts().wish;
  const { say } = useI18n();
  const { locale, currency } = useAudience();
  const api = useApi();
  const user = useUser();
  const { wished, show, refresh } = useWished({ productId, variantId }, Boolean(user));

  const toSignIn = () => {
    rememberWish(() => sessionStorage, { productId, variantId });
    const here = window.location.pathname + window.location.search;
    window.location.assign(`${localisedPath(locale, '/sign-in')}?callbackUrl=${encodeURIComponent(here)}`);
  };
  const onError = (error: unknown) => {
    if (statusOf(error) === 401) return toSignIn();
    const refusal = refusalOf(error);
    const full = refusal?.reason === 'wishlist_full';
    const message = full ? say(text.full, { count: Number(refusal.details.maximum) }) : text.failed;
    toast.show({ message, tone: 'danger' });
  };
  const add = useMutation(
    api.cart.addWish.mutationOptions({
      scope,
      onMutate: (input) => show(input.variantId, true),
      onSuccess: () =>
        toast.show({
          message: text.added,
          action: { label: text.view, onAction: () => void router.push('/account/wishlist') },
        }),
      onError,
      onSettled: refresh,
    }),
  );
  const remove = useMutation(
    api.cart.removeWish.mutationOptions({
      scope,
      onMutate: (input) => show(input.variantId, false),
      onSuccess: () => toast.show({ message: text.removed }),
      onError,
      onSettled: refresh,
    }),
  );

  const { mutate } = add;
  const signedIn = Boolean(user);
  useEffect(() => {
    if (!signedIn) return;
    const wanted = takeWish(() => sessionStorage, productId);
    if (wanted) mutate({ variantId: wanted, locale, currency });
  }, [signedIn, productId, locale, currency, mutate]);

  const onPress = () => {
    if (user === null) toSignIn();
    else if (wished) remove.mutate({ variantId });
    else add.mutate({ variantId, locale, currency });
  };
  return <WishHeart wished={wished} ready={hydrated} onPress={onPress} />;
}
