import type { Loader } from '@mallhive/federation';
import { toSignIn } from '../logic/sign-in.ts';
import { texts } from '../messages/index.ts';
import type { InboxPageProps } from './InboxPage.tsx';

/** Per request, for the signed-in shopper alone. */
export const loader: Loader<InboxPageProps> = async ({ api, locale }) => {
  const { user } = await api.identity.me.query();
  if (!user) return toSignIn('/account/inbox', locale);
  // When the list cannot be had now, the browser tries again.
  const first = await api.notifications.inbox.query({}).catch(() => null);
  return { props: { first }, head: { title: texts(locale).inbox.title, noIndex: true } };
};
