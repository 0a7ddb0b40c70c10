import { RemoteLinks } from '@mallhive/federation/shell';
import { fontUrls } from '@mallhive/ui/fonts';
import { dirOf } from '@mallhive/ui/texts';
import NextDocument, { Head, Html, Main, NextScript } from 'next/document';
import { themeScript } from '../lib/theme.ts';

export default class Document extends NextDocument {
  override render() {
    return (
      <Html dir={dirOf(this.props.locale ?? 'en')}>
        <Head>
          <script dangerouslySetInnerHTML={{ __html: themeScript }} />
          {Object.values(fontUrls).map((url) => (
            <link key={url} rel="preload" as="font" type="font/woff2" href={url} crossOrigin="anonymous" />
          ))}
          {/* Must have run before any entry does; not async, so that deferred scripts come after it. */}
          <script src={process.env.MALLHIVE_RUNTIME_SCRIPT} defer />
          <RemoteLinks remotes={this.props.__NEXT_DATA__.props.pageProps?.remotes} />
          <link rel="icon" href="/icons/icon.svg" type="image/svg+xml" />
          <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
          <link rel="manifest" href="/manifest.webmanifest" />
          <meta name="theme-color" content="#fbf9f4" media="(prefers-color-scheme: light)" />
          <meta name="theme-color" content="#171316" media="(prefers-color-scheme: dark)" />
        </Head>
        <body>
          <Main />
          <NextScript />
        </body>
      </Html>
    );
  }
}
