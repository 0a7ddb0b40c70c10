import type { Loader } from '@mallhive/federation';
import { toSignIn } from '../logic/sign-in.ts';
import { wishlistPageSize } from '../logic/wishlist.ts';
import { texts } from '../messages/index.ts';
import type { WishlistPageProps } from './WishlistPage.tsx';

/** Per request, for the signed-in shopper alone. */
export const loader: Loader<WishlistPageProps> = async ({ api, locale, currency }) => {
  const { user } = await api.identity.me.query();
  if (!user) return toSignIn('/account/wishlist', locale);
  const text = texts(locale).wishlist;
  // When the list cannot be had now, the browser tries again.
  const first = await api.cart.wishlist.query({ locale, currency, limit: wishlistPageSize }).catch(() => null);
  return { props: { first }, head: { title: text.title, description: text.description, noIndex: true } };
};
