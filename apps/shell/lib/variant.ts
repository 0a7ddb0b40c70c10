import { config } from '../config.ts';
import { currencyCookie, localeCookie, readCookie } from './cookies.ts';

interface ShopRequest {
  method?: string;
  url?: string;
  headers: { cookie?: string };
}
type Variant = { path: string } | { redirect: string } | { notFound: true } | undefined;

const currencies = ['GBP', 'EUR', 'USD', 'JPY'];
/** Languages whose addresses have a prefix. */
const prefixed = ['de', 'fr', 'ar'];

/** Before, language, page, after: `/de/p/mug?x=1` and `/_next/data/<build>/de/p/mug.json?slug=mug`. */
const pages =
  /^(\/_next\/data\/[^/]+)?(\/(?:en|de|fr|ar)(?=[/.?]|$))?(\/sale|\/(?:p|c|s)\/[^?]+?|\/(?:index)?)?(\.json)?(\?.*)?$/;
const inside = /^(\/_next\/data\/[^/]+)?(\/(?:en|de|fr|ar))?\/(~|%7e)(\/|\.|\?|$)/i;

/**
 * Pages with prices are the same for everybody who chose the same currency: each is kept once for every currency, under an
 * address that visitors do not see. Who comes to the front door is led to the language they chose before.
 */
export function variantOf({ method = 'GET', url = '/', headers }: ShopRequest): Variant {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  if (inside.test(url)) return { notFound: true };
  const cookies = headers.cookie;
  if (!cookies) return undefined;
  const locale = readCookie(cookies, localeCookie);
  if (locale && prefixed.includes(locale) && /^\/(\?|$)/.test(url)) return { redirect: `/${locale}${url.slice(1)}` };
  const currency = readCookie(cookies, currencyCookie);
  if (!currency || currency === config.currency || !currencies.includes(currency)) return undefined;
  const match = pages.exec(url);
  if (!match) return undefined;
  const [, data = '', language = '', page = '', suffix = '', query = ''] = match;
  if (Boolean(data) !== Boolean(suffix)) return undefined;
  const path = page === '/' || page === '/index' ? '' : page;
  return { path: `${data}${language}/~/${currency}${path}${suffix}${query}` };
}
