import type { PageHead } from '@mallhive/federation';
import { defaultLocale, locales, localisedPath, useI18n } from '@mallhive/ui';
import Head from 'next/head';
import { shopName, useTexts } from '../texts.ts';

const ogLocales = { en: 'en_GB', de: 'de_DE', fr: 'fr_FR', ar: 'ar_AE' };

interface SeoProps {
  head: PageHead;
  /** The shop's public origin, for addresses that must be absolute. */
  origin: string;
}

/** Title, description, canonical address, OpenGraph and structured data of a page, as its loader said. */
export function Seo({ head, origin }: SeoProps) {
  const { tagline } = useTexts();
  const { locale } = useI18n();
  const title = head.title.includes(shopName) ? head.title : `${head.title} · ${shopName}`;
  const absolute = (path: string) => new URL(path, origin).href;
  const canonical = head.canonicalPath ? absolute(localisedPath(locale, head.canonicalPath)) : undefined;
  const blocks = head.jsonLd ? [head.jsonLd].flat() : [];
  return (
    <Head>
      <title>{title}</title>
      <meta key="viewport" name="viewport" content="width=device-width, initial-scale=1" />
      <meta key="description" name="description" content={head.description ?? tagline} />
      {canonical ? <link key="canonical" rel="canonical" href={canonical} /> : null}
      {head.canonicalPath && !head.noIndex
        ? [...locales, 'x-default' as const].map((language) => (
            <link
              key={`alternate-${language}`}
              rel="alternate"
              hrefLang={language}
              href={absolute(
                localisedPath(language === 'x-default' ? defaultLocale : language, head.canonicalPath ?? '/'),
              )}
            />
          ))
        : null}
      {head.noIndex ? <meta key="robots" name="robots" content="noindex" /> : null}
      <meta key="og:site" property="og:site_name" content={shopName} />
      <meta key="og:title" property="og:title" content={title} />
      <meta key="og:description" property="og:description" content={head.description ?? tagline} />
      <meta key="og:image" property="og:image" content={absolute(head.image ?? '/icons/icon-512.png')} />
      <meta key="og:locale" property="og:locale" content={ogLocales[locale]} />
      {canonical ? <meta key="og:url" property="og:url" content={canonical} /> : null}
      <meta key="twitter" name="twitter:card" content="summary_large_image" />
      {blocks.map((block, index) => (
        <script
          key={`ld-${index}`}
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: JSON.stringify(block).replaceAll('<', '\\u003c') }}
        />
      ))}
    </Head>
  );
}
