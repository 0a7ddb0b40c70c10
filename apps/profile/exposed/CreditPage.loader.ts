import type { Loader } from '@mallhive/federation';
import { toSignIn } from '../logic/sign-in.ts';
import { texts } from '../messages/index.ts';
import type { CreditPageProps } from './CreditPage.tsx';

/** Per request, for the signed-in shopper alone. */
export const loader: Loader<CreditPageProps> = async ({ api, locale }) => {
  const { user } = await api.identity.me.query();
  if (!user) return toSignIn('/account/credit', locale);
  const { credits } = await api.payments.myCredit.query();
  return { props: { credits }, head: { title: texts(locale).credit.title, noIndex: true } };
};
