import type { Loader } from '@mallhive/federation';
import { toSignIn } from '../logic/sign-in.ts';
import { texts } from '../messages/index.ts';
import type { AccountPageProps } from './AccountPage.tsx';

const recent = 3;

/** Per request, for the signed-in shopper alone. */
export const loader: Loader<AccountPageProps> = async ({ api, locale }) => {
  const { user } = await api.identity.me.query();
  if (!user) return toSignIn('/account', locale);
  const [{ addresses }, { orders }] = await Promise.all([
    api.identity.addresses.query(),
    api.orders.mine.query({ limit: recent }),
  ]);
  const text = texts(locale).account;
  return {
    props: { user, addresses, orders },
    head: { title: text.title, description: text.description, noIndex: true },
  };
};
