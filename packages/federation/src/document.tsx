import { type DocumentProps, Head, Html, Main, NextScript } from 'next/document';

/** Document of a remote's own pages, which come in the shop's languages too. */
export function StandAloneDocument({ locale = 'en' }: Pick<DocumentProps, 'locale'>) {
  return (
    <Html lang={locale === 'en' ? 'en-GB' : locale} dir={locale === 'ar' ? 'rtl' : 'ltr'}>
      <Head>
        {/* Must have run before any entry does. */}
        <script src={process.env.MALLHIVE_RUNTIME_SCRIPT} />
      </Head>
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}
