import { createServerApi } from '@mallhive/api-client/server';
import { defaultLocale, locales, localisedPath } from '@mallhive/ui/texts';
import { config } from '../config.ts';
import { content } from '../content/index.ts';

const keepMs = 3_600_000;
/** A sitemap file may hold 50,000 addresses; this many products in pages of 60 stay below. */
const mostProductPages = 400;
let made: { xml: string; at: number } | undefined;

/** All public pages: the shop's own, categories, products and the shops they come from. Made once an hour. */
export async function sitemap(): Promise<string> {
  if (made && Date.now() - made.at < keepMs) return made.xml;
  const api = createServerApi({ url: config.apiUrl, timeoutMs: 10_000 });
  const paths = new Set(['/', '/sale', '/about']);
  const { help, legal } = content(defaultLocale);
  for (const topic of Object.keys(help)) paths.add(`/help/${topic}`);
  for (const topic of Object.keys(legal)) paths.add(`/legal/${topic}`);
  const { categories } = await api.catalog.categories.query();
  for (const { path } of categories) paths.add(`/c/${path}`);
  let cursor: string | undefined;
  for (let page = 0; page < mostProductPages; page++) {
    const { items, nextCursor } = await api.catalog.products.query({ limit: 60, ...(cursor ? { cursor } : {}) });
    for (const { slug, seller } of items) paths.add(`/p/${slug}`).add(`/s/${seller.slug}`);
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${[...paths].map(entry).join('')}</urlset>`;
  made = { xml, at: Date.now() };
  return xml;
}

/** One page: its English address, and those of all languages. */
function entry(path: string): string {
  const address = (locale: (typeof locales)[number]) =>
    escapeXml(new URL(localisedPath(locale, path), config.shellUrl).href);
  const links = locales.map((locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address(locale)}"/>`);
  return `<url><loc>${address(defaultLocale)}</loc>${links.join('')}</url>`;
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&apos;');
