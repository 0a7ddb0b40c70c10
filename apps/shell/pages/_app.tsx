import '../styles/shell.css';
import * as apiClient from '@mallhive/api-client';
import { Composition, provideShared } from '@mallhive/federation/shell';
import { ToastProvider } from '@mallhive/ui/toast';
import * as reactQuery from '@tanstack/react-query';
import type { AppProps } from 'next/app';
import { Layout } from '../components/layout.tsx';
import { usePageViews } from '../lib/beacon.ts';
import type { PageProps } from '../lib/page-props.ts';
import { Seo } from '../lib/seo.tsx';
import { messages } from '../messages.ts';

provideShared({ '@mallhive/api-client': apiClient, '@tanstack/react-query': reactQuery });

const { ApiProvider } = apiClient;

export default function Shell({ Component, pageProps }: AppProps<PageProps>) {
  const head = pageProps.page?.head ?? pageProps.head ?? { title: messages.shop };
  const product = (pageProps.page?.props as { product?: { id?: string } } | undefined)?.product;
  usePageViews(product?.id);
  return (
    <ApiProvider>
      <ToastProvider>
        <Composition host="shell" remotes={pageProps.remotes}>
          <Seo head={head} origin={pageProps.layout?.origin ?? 'http://localhost'} />
          <Layout categories={pageProps.layout?.categories ?? []} sellerUrl={pageProps.layout?.sellerUrl}>
            <Component {...pageProps} />
          </Layout>
        </Composition>
      </ToastProvider>
    </ApiProvider>
  );
}
