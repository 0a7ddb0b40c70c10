import '../styles/shell.css';
import '../lib/shared.ts';
import { ApiProvider } from '@mallhive/api-client';
import { Composition } from '@mallhive/federation/shell';
import { I18nProvider } from '@mallhive/ui';
import { ToastProvider } from '@mallhive/ui/toast';
import type { AppProps } from 'next/app';
import { Layout } from '../components/layout.tsx';
// Here so that the routes, which all show it, do not each carry a copy.
import '../components/remote-page.tsx';
import type { PageProps } from '../lib/page-props.ts';
import { Seo } from '../lib/seo.tsx';
import { useBehaviour } from '../lib/use-behaviour.ts';
import { useCurrency } from '../lib/use-currency.ts';
import { shopName } from '../texts.ts';

export default function Shell({ Component, pageProps }: AppProps<PageProps>) {
  const { page, layout, i18n } = pageProps;
  const head = page?.head ?? pageProps.head ?? { title: shopName };
  const product = (page?.props as { product?: { id?: string } } | undefined)?.product;
  useBehaviour(product?.id);
  const currency = useCurrency(i18n?.currency, layout?.currency ?? 'GBP');
  // Next's own last resort has no props at all.
  if (!i18n || !layout) return <Component {...pageProps} />;
  return (
    <I18nProvider locale={i18n.locale} currency={currency} texts={i18n.texts}>
      <ApiProvider>
        <ToastProvider>
          <Composition host="shell" remotes={pageProps.remotes}>
            <Seo head={head} origin={layout.origin} />
            <Layout {...layout} path={head.canonicalPath ?? '/'}>
              <Component {...pageProps} />
            </Layout>
          </Composition>
        </ToastProvider>
      </ApiProvider>
    </I18nProvider>
  );
}
