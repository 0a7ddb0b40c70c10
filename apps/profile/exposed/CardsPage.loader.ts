import type { Loader } from '@mallhive/federation';
import { toSignIn } from '../logic/sign-in.ts';
import { texts } from '../messages/index.ts';
import type { CardsPageProps } from './CardsPage.tsx';

/** Per request, for the signed-in shopper alone. */
export const loader: Loader<CardsPageProps> = async ({ api, locale }) => {
  const { user } = await api.identity.me.query();
  if (!user) return toSignIn('/account/cards', locale);
  const { methods } = await api.payments.savedMethods.query();
  return { props: { methods }, head: { title: texts(locale).cards.title, noIndex: true } };
};
