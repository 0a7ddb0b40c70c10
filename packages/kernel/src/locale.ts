import { z } from 'zod';

/** Languages of the shop. English is the default: it has no prefix in addresses, and what is not translated shows in it. */
export const locales = ['en', 'de', 'fr', 'ar'] as const;
export const localeSchema = z.enum(locales);
export type Locale = z.infer<typeof localeSchema>;
export const defaultLocale: Locale = 'en';

/** `https://shop.example`, `de` and `/account` make `https://shop.example/de/account`; English has no prefix. */
export function localisedUrl(origin: string, locale: Locale, path: string): string {
  const prefix = locale === defaultLocale ? '' : `/${locale}`;
  return `${origin}${prefix}${path === '/' && prefix ? '' : path}`;
}
