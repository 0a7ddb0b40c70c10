import '../styles/dashboard.css';
import { ApiProvider } from '@mallhive/api-client';
import { ToastProvider } from '@mallhive/ui/toast';
import type { AppProps } from 'next/app';
import Head from 'next/head';
import { messages } from '../messages.ts';

export default function App({ Component, pageProps }: AppProps) {
  return (
    <ApiProvider>
      <ToastProvider>
        <Head>
          <title>{messages.app}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
        </Head>
        <Component {...pageProps} />
      </ToastProvider>
    </ApiProvider>
  );
}
