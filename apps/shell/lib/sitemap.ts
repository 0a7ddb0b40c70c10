import { createServerApi } from '@mallhive/api-client/server';
import { config } from '../config.ts';
import { helpTopics } from '../content/help.ts';
import { legalTopics } from '../content/legal.ts';

const keepMs = 3_600_000;
/** A sitemap file may hold 50,000 addresses; this many products in pages of 60 stay well below. */
const mostProductPages = 400;
let made: { xml: string; at: number } | undefined;

/** All public pages: the shop's own, categories, products and the shops they come from. Made once an hour. */
export async function sitemap(): Promise<string> {
  if (made && Date.now() - made.at < keepMs) return made.xml;
  const api = createServerApi({ url: config.apiUrl, timeoutMs: 10_000 });
  const paths = new Set(['/', '/sale', '/about']);
  for (const topic of Object.keys(helpTopics)) paths.add(`/help/${topic}`);
  for (const topic of Object.keys(legalTopics)) paths.add(`/legal/${topic}`);
  const { categories } = await api.catalog.categories.query();
  for (const { path } of categories) paths.add(`/c/${path}`);
  let cursor: string | undefined;
  for (let page = 0; page < mostProductPages; page++) {
    const { items, nextCursor } = await api.catalog.products.query({ limit: 60, ...(cursor ? { cursor } : {}) });
    for (const { slug, seller } of items) paths.add(`/p/${slug}`).add(`/s/${seller.slug}`);
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  const urls = [...paths].map((path) => `<url><loc>${escapeXml(new URL(path, config.shellUrl).href)}</loc></url>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`;
  made = { xml, at: Date.now() };
  return xml;
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&apos;');
