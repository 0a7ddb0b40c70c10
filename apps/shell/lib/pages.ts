import { createServerApi, forwardedHeaders } from '@mallhive/api-client/server';
import { createPages } from '@mallhive/federation/server';
import { texts as uiTexts } from '@mallhive/ui/messages';
import type { Currency, Locale } from '@mallhive/ui/texts';
import { config } from '../config.ts';
import { content } from '../content/index.ts';
import { texts } from '../messages/index.ts';
import { currencyCookie, readCookie } from './cookies.ts';
import type { LayoutData } from './page-props.ts';
import { topCategories } from './top-categories.ts';
import { toCurrency } from './use-currency.ts';

const { apiUrl, internalSecret } = config;
const shopCurrency = toCurrency(config.currency, 'GBP');

async function layout(locale: Locale): Promise<LayoutData> {
  const { help, legal } = content(locale);
  const titles = (topics: typeof help) =>
    Object.entries(topics).map(([slug, { title }]): [string, string] => [slug, title]);
  return {
    categories: await topCategories(locale),
    origin: config.shellUrl,
    sellerUrl: config.sellerUrl,
    currency: shopCurrency,
    topics: { help: titles(help), legal: titles(legal) },
  };
}

/** The shell's routes are made with these: regenerated pages, pages per request, and pages of the shell's own. */
export const { staticPage, requestPage, ownPage, ownRequestPage, onDemand } = createPages({
  layout: ['cart/MiniCart'],
  layoutData: async (locale) => ({ layout: await layout(locale) }),
  texts: (locale) => {
    const { signIn, register, access, ...shell } = texts(locale);
    return { shell, ui: uiTexts(locale) };
  },
  currency: (chosen): Currency =>
    'request' in chosen
      ? toCurrency(readCookie(chosen.request.headers.cookie, currencyCookie), shopCurrency)
      : toCurrency(chosen.path, shopCurrency),
  api: (request) =>
    createServerApi({
      url: apiUrl,
      headers: request ? forwardedHeaders(request, internalSecret) : {},
      timeoutMs: 6_000,
    }),
});
