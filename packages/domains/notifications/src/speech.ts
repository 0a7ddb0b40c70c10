import { formatMoney, type Locale, type Money } from '@mallhive/kernel';
import { ar } from './messages/ar.ts';
import { de } from './messages/de.ts';
import { en, type Words } from './messages/en.ts';
import { fr } from './messages/fr.ts';

const words: Record<Locale, Words> = { en, de, fr, ar };
/** Latin digits in Arabic, as on the shop's pages. */
const tags: Record<Locale, string> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', ar: 'ar-AE-u-nu-latn' };

/** Texts, amounts and days as one language says them. */
export interface Speech {
  locale: Locale;
  dir: 'ltr' | 'rtl';
  words: Words;
  money(value: Money): string;
  /** A day in UTC: `3 November 2026`. */
  day(iso: string): string;
}

export function speechIn(locale: Locale): Speech {
  const tag = tags[locale];
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' });
  return {
    locale,
    dir: locale === 'ar' ? 'rtl' : 'ltr',
    words: words[locale],
    money: (value) => formatMoney(value, tag),
    day: (iso) => day.format(new Date(iso)),
  };
}
