import type { Currency, Locale } from '@mallhive/kernel';

export type { Currency, Locale };

/** In the order of the switcher. English is the default and has no prefix in addresses. */
export const locales = ['en', 'de', 'fr', 'ar'] as const satisfies readonly Locale[];
export const currencies = ['GBP', 'EUR', 'USD', 'JPY'] as const satisfies readonly Currency[];
export const defaultLocale: Locale = 'en';

/** Each language as its speakers call it. */
export const localeNames: Record<Locale, string> = { en: 'English', de: 'Deutsch', fr: 'Français', ar: 'العربية' };

/** Tags for `Intl`. Latin digits in Arabic, so that server and browser agree whatever their ICU version. */
export const localeTags: Record<Locale, string> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', ar: 'ar-AE-u-nu-latn' };

export const dirOf = (locale: string): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr');

export function toLocale(value: string | undefined): Locale {
  return locales.find((known) => known === value) ?? defaultLocale;
}

/** `de` and `/p/mug` make `/de/p/mug`; English has no prefix. */
export function localisedPath(locale: Locale, path: string): string {
  return locale === defaultLocale ? path : `/${locale}${path === '/' ? '' : path}`;
}
