import { refusalOf } from '@mallhive/api-client';
import type { Loader } from '@mallhive/federation';
import { speech } from '@mallhive/ui/texts';
import { toSignIn } from '../logic/sign-in.ts';
import { texts } from '../messages/index.ts';
import type { OrderPageProps } from './OrderPage.tsx';

/** Per request; another shopper's order is as unknown as one that does not exist. */
export const loader: Loader<OrderPageProps> = async ({ api, params, locale }) => {
  const id = params.id ?? '';
  const { user } = await api.identity.me.query();
  if (!user) return toSignIn(`/account/orders/${encodeURIComponent(id)}`, locale);
  try {
    const { order } = await api.orders.order.query({ orderId: id });
    const text = texts(locale).order;
    const title = speech(locale).say(text.title, { number: order.number });
    return {
      props: { order },
      head: { title, description: text.description, noIndex: true },
    };
  } catch (error) {
    if (refusalOf(error)) return { notFound: true };
    throw error;
  }
};
