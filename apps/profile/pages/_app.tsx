import '../styles/alone.css';
import { ApiProvider } from '@mallhive/api-client';
import { StandAlone } from '@mallhive/federation';
import { I18nProvider, toLocale } from '@mallhive/ui';
import type { AppContext, AppProps } from 'next/app';
import NextApp from 'next/app';

/** Only for the pages of this remote alone; inside the shell the shell plays this part. */
export default function App({ Component, pageProps, router, texts }: AppProps & { texts: Record<string, object> }) {
  return (
    <I18nProvider locale={toLocale(router.locale)} currency="GBP" texts={texts}>
      <ApiProvider>
        <StandAlone name="profile">
          <Component {...pageProps} />
        </StandAlone>
      </ApiProvider>
    </I18nProvider>
  );
}

App.getInitialProps = async (context: AppContext) => {
  const locale = toLocale(context.router.locale);
  const [props, own, ui] = await Promise.all([
    NextApp.getInitialProps(context),
    import('../messages/index.ts'),
    import('@mallhive/ui/messages'),
  ]);
  return { ...props, texts: { profile: own.texts(locale), ui: ui.texts(locale) } };
};
