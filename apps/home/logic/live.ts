import { createServerApi } from '@mallhive/api-client/server';
import type { Loader } from '@mallhive/federation';
import type { GetServerSideProps } from 'next';
import type { LiveProps } from '../components/LivePage.tsx';
import { apiUrl } from '../config.ts';

/** Runs a loader on the real API for each request. */
export function live<Props extends object>(
  loader: Loader<Props>,
  own: Record<string, string> = {},
): GetServerSideProps<LiveProps<Props>> {
  return async ({ params = {}, query }) => {
    const flat = Object.entries(params).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join('/') : (value ?? ''),
    ]);
    try {
      const api = createServerApi({ url: apiUrl });
      const result = await loader({ api, params: { ...Object.fromEntries(flat), ...own }, query });
      if ('redirect' in result) return { redirect: result.redirect };
      if ('notFound' in result) return { props: { kind: 'missing' } };
      return { props: { kind: 'ready', title: result.head.title, page: JSON.parse(JSON.stringify(result.props)) } };
    } catch {
      return { props: { kind: 'failed' } };
    }
  };
}
