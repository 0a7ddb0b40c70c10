import { createServerApi } from '@mallhive/api-client/server';
import { EmptyState, ErrorState } from '@mallhive/ui';
import { toLocale } from '@mallhive/ui/texts';
import type { GetServerSideProps } from 'next';
import Head from 'next/head';
import { apiUrl } from '../../config.ts';
import { loader } from '../../exposed/ProductPage.loader.ts';
import ProductPage, { type ProductPageProps } from '../../exposed/ProductPage.tsx';
import { useTexts } from '../../texts.ts';

type LivePageProps =
  | { kind: 'ready'; title: string; product: ProductPageProps }
  | { kind: 'missing' }
  | { kind: 'failed' };

/** The product page on the real API, for working on this remote alone. */
export default function LivePage(props: LivePageProps) {
  const text = useTexts().alone;
  const title = props.kind === 'ready' ? props.title : text[props.kind];
  return (
    <main>
      <Head>
        <title>{title}</title>
      </Head>
      {props.kind === 'ready' ? <ProductPage {...props.product} /> : null}
      {props.kind === 'missing' ? (
        <EmptyState title={title} level={1}>
          {text.missingHint}
        </EmptyState>
      ) : null}
      {props.kind === 'failed' ? (
        <ErrorState title={title} level={1} onRetry={() => window.location.reload()}>
          {text.failedHint}
        </ErrorState>
      ) : null}
    </main>
  );
}

export const getServerSideProps: GetServerSideProps<LivePageProps> = async ({ params, query, locale }) => {
  const api = createServerApi({ url: apiUrl });
  try {
    const result = await loader({
      api,
      params: { slug: String(params?.slug) },
      query,
      locale: toLocale(locale),
      currency: 'GBP',
    });
    if ('redirect' in result) return { redirect: result.redirect };
    if ('notFound' in result) return { props: { kind: 'missing' } };
    return { props: { kind: 'ready', title: result.head.title, product: result.props } };
  } catch {
    return { props: { kind: 'failed' } };
  }
};
