import { RemoteLinks } from '@mallhive/federation/shell';
import { PaintFirstHead, startScript } from '@mallhive/federation/shell-document';
import { fontUrls } from '@mallhive/ui/fonts';
import { dirOf } from '@mallhive/ui/texts';
import NextDocument, { Html, Main, NextScript } from 'next/document';
import { themeScript } from '../lib/theme.ts';

export default class Document extends NextDocument {
  override render() {
    return (
      <Html dir={dirOf(this.props.locale ?? 'en')}>
        <PaintFirstHead>
          <script dangerouslySetInnerHTML={{ __html: themeScript }} />
          <script dangerouslySetInnerHTML={{ __html: startScript }} />
          {Object.values(fontUrls).map((url) => (
            <link key={url} rel="preload" as="font" type="font/woff2" href={url} crossOrigin="anonymous" />
          ))}
          <RemoteLinks remotes={this.props.__NEXT_DATA__.props.pageProps?.remotes} />
          <link rel="icon" href="/icons/icon.svg" type="image/svg+xml" />
          <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
          <link rel="manifest" href="/manifest.webmanifest" />
          <meta name="theme-color" content="#fbf9f4" media="(prefers-color-scheme: light)" />
          <meta name="theme-color" content="#171316" media="(prefers-color-scheme: dark)" />
        </PaintFirstHead>
        <body>
          <Main />
          <NextScript />
        </body>
      </Html>
    );
  }
}
