import '../styles/shell.css';
import '../lib/shared.ts';
import { ApiProvider } from '@mallhive/api-client';
import { Composition } from '@mallhive/federation/shell';
import { ToastProvider } from '@mallhive/ui/toast';
import type { AppProps } from 'next/app';
import { Layout } from '../components/layout.tsx';
// Here so that the routes, which all show it, do not each carry a copy.
import '../components/remote-page.tsx';
import { usePageViews } from '../lib/beacon.ts';
import type { PageProps } from '../lib/page-props.ts';
import { Seo } from '../lib/seo.tsx';
import { messages } from '../messages.ts';

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
