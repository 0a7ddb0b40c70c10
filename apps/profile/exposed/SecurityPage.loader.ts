import type { Loader } from '@mallhive/federation';
import { toSignIn } from '../logic/sign-in.ts';
import { texts } from '../messages/index.ts';
import type { SecurityPageProps } from './SecurityPage.tsx';

/** Per request, for the signed-in shopper alone. */
export const loader: Loader<SecurityPageProps> = async ({ api, locale, query }) => {
  const { user } = await api.identity.me.query();
  if (!user) return toSignIn('/account/security', locale);
  const [security, { sessions }] = await Promise.all([api.identity.security.query(), api.identity.sessions.query()]);
  return {
    props: { name: user.name, security, sessions, justLinked: Boolean(query.linked) },
    head: { title: texts(locale).security.title, noIndex: true },
  };
};
