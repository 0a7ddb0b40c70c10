import { createServerApi } from '@mallhive/api-client/server';
import type { Loader } from '@mallhive/federation';
import { toLocale } from '@mallhive/ui/texts';
import type { GetServerSideProps } from 'next';
import type { LiveProps } from '../components/LivePage.tsx';
import { apiUrl } from '../config.ts';

/** Runs a loader on the real API for each request. */
export function live<Props extends object>(
  loader: Loader<Props>,
  own: Record<string, string> = {},
): GetServerSideProps<LiveProps<Props>> {
  return async ({ params = {}, query, locale }) => {
    const flat = Object.entries(params).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join('/') : (value ?? ''),
    ]);
    try {
      const api = createServerApi({ url: apiUrl });
      const result = await loader({
        api,
        params: { ...Object.fromEntries(flat), ...own },
        query,
        locale: toLocale(locale),
        currency: 'GBP',
      });
      if ('redirect' in result) return { redirect: result.redirect };
      if ('notFound' in result) return { props: { kind: 'missing' } };
      return { props: { kind: 'ready', title: result.head.title, page: JSON.parse(JSON.stringify(result.props)) } };
    } catch {
      return { props: { kind: 'failed' } };
    }
  };
}
