import type { Loader } from '@mallhive/federation';
import { toSignIn } from '../logic/sign-in.ts';
import { texts } from '../messages/index.ts';
import type { OrdersPageProps } from './OrdersPage.tsx';

/** Per request, for the signed-in shopper alone. */
export const loader: Loader<OrdersPageProps> = async ({ api, locale }) => {
  const { user } = await api.identity.me.query();
  if (!user) return toSignIn('/account/orders', locale);
  const text = texts(locale).orders;
  return {
    props: { first: await api.orders.mine.query({ limit: 20 }) },
    head: { title: text.title, description: text.description, noIndex: true },
  };
};
