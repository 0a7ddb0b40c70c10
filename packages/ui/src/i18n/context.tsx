import { type Context, createContext, type ReactNode, useContext } from 'react';
import { en } from '../messages/en.ts';
import { type Currency, defaultLocale, type Locale } from './locale.ts';
import { type Speech, speech } from './say.ts';

/** Language, currency and the texts of every app on the page. */
export interface I18nState {
  locale: Locale;
  currency: Currency;
  /** By the app's name: `product`, `cart`, `shell`, and `ui` for this package. Only this page's language. */
  texts: Record<string, object>;
}

const key = Symbol.for('mallhive.ui.i18n');
const lateKey = Symbol.for('mallhive.i18n.late');
const shared = globalThis as { [key]?: Context<I18nState>; [lateKey]?: Record<string, object> };
// One context for shell and remotes, though each bundles its own copy of this file.
shared[key] ??= createContext<I18nState>({ locale: defaultLocale, currency: 'GBP', texts: {} });
const I18nContext = shared[key];

/** Once around the whole page. */
export function I18nProvider({ locale, currency, texts, children }: I18nState & { children: ReactNode }) {
  return <I18nContext value={{ locale, currency, texts }}>{children}</I18nContext>;
}

/** How to say things on this page: `say`, `money`, `number`, `date`, and the chosen `locale` and `currency`. */
export function useI18n(): Speech & { currency: Currency } {
  const { locale, currency } = useContext(I18nContext);
  return { ...speech(locale), currency };
}

/** A hook for the texts of one app: `export const useTexts = textsOf<Messages>('product')`. */
export function textsOf<Texts extends object>(app: string): () => Texts {
  return function useTexts() {
    const { texts } = useContext(I18nContext);
    // A remote that could not be had when the page was made brings its texts when it comes back.
    const found = texts[app] ?? shared[lateKey]?.[app];
    if (!found) throw new Error(`The page has no texts of ${app}`);
    return found as Texts;
  };
}

/** For the components of this package: their own words, in English where the page has none. */
export function useUi(): Speech & { text: typeof en } {
  const { locale, texts } = useContext(I18nContext);
  return { ...speech(locale), text: { ...en, ...texts.ui } };
}
