import type { Loader } from '@mallhive/federation';
import { texts } from '../messages/index.ts';
import type { CartPageProps } from './CartPage.tsx';

/** Per request. An API that is down costs the contents, not the page. */
export const loader: Loader<CartPageProps> = async ({ api, locale, currency }) => {
  const { title, description } = texts(locale).page;
  const head = { title, description, noIndex: true };
  const cart = await api.cart.get
    .query({ locale, currency })
    .then((answer) => answer.cart)
    .catch(() => null);
  if (!cart || cart.lines.length > 0) return { props: { cart, suggestions: [] }, head };
  const suggestions = await api.search.recommend
    .query({ kind: 'trending', limit: 8, locale, currency })
    .then(({ items }) => items)
    .catch(() => []);
  return { props: { cart, suggestions }, head };
};
