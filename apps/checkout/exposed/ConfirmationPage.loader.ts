import { refusalOf } from '@mallhive/api-client';
import type { Loader } from '@mallhive/federation';
import { speech } from '@mallhive/ui/texts';
import { texts } from '../messages/index.ts';
import type { ConfirmationPageProps } from './ConfirmationPage.tsx';

const first = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/** Per request. Without the link's token only the signed-in owner sees the order. */
export const loader: Loader<ConfirmationPageProps> = async ({ api, params, query, locale }) => {
  const accessToken = first(query.token)?.slice(0, 100);
  try {
    const [{ order }, user] = await Promise.all([
      api.orders.order.query({ orderId: params.id ?? '', accessToken }),
      api.identity.me.query().then(
        ({ user: found }) => found,
        () => null,
      ),
    ]);
    return {
      props: { order, accessToken: accessToken ?? null, signedIn: user !== null },
      head: { title: speech(locale).say(texts(locale).confirmation.title, { number: order.number }), noIndex: true },
    };
  } catch (error) {
    // An id that is no id is as unknown as one that is.
    if (refusalOf(error)) return { notFound: true };
    throw error;
  }
};
