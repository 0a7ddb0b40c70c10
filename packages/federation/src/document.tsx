import { Head, Html, Main, NextScript } from 'next/document';

/** Document of a remote's own pages. */
export function StandAloneDocument() {
  return (
    <Html lang="en-GB">
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
