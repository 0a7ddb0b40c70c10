import type { Loader } from '@mallhive/federation';
import { toSignIn } from '../logic/sign-in.ts';
import { messages } from '../messages.ts';
import type { OrdersPageProps } from './OrdersPage.tsx';

/** Per request, for the signed-in shopper alone. */
export const loader: Loader<OrdersPageProps> = async ({ api, locale }) => {
  const { user } = await api.identity.me.query();
  if (!user) return toSignIn('/account/orders', locale);
  return {
    props: { first: await api.orders.mine.query({ limit: 20 }) },
    head: { title: messages.orders.title, description: messages.orders.description, noIndex: true },
  };
};
