import type { Loader } from '@mallhive/federation';
import { toSignIn } from '../logic/sign-in.ts';
import { texts } from '../messages/index.ts';
import type { NotificationsPageProps } from './NotificationsPage.tsx';

/** Per request, for the signed-in shopper alone. */
export const loader: Loader<NotificationsPageProps> = async ({ api, locale }) => {
  const { user } = await api.identity.me.query();
  if (!user) return toSignIn('/account/notifications', locale);
  const [settings, { locale: language }] = await Promise.all([
    api.notifications.preferences.query(),
    api.identity.language.query(),
  ]);
  return {
    props: { settings, language },
    head: { title: texts(locale).notifications.title, noIndex: true },
  };
};
