import type { Loader } from '@mallhive/federation';
import { toSignIn } from '../logic/sign-in.ts';
import { texts } from '../messages/index.ts';
import type { DataPageProps } from './DataPage.tsx';

/** Per request, for the signed-in shopper alone. */
export const loader: Loader<DataPageProps> = async ({ api, locale }) => {
  const { user } = await api.identity.me.query();
  if (!user) return toSignIn('/account/data', locale);
  const [security, { exports }, { erasure }] = await Promise.all([
    api.identity.security.query(),
    api.identity.dataExports.query(),
    api.identity.erasure.query(),
  ]);
  return {
    props: { security, exports, erasure },
    head: { title: texts(locale).data.title, noIndex: true },
  };
};
