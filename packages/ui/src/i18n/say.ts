import { formatMoney, type MoneyValue } from '../format-money.ts';
import { dirOf, type Locale, localeTags } from './locale.ts';

/** One text for each plural category of the language, chosen by `count`; `none` for exactly zero, where it is said differently. */
export type Forms = {
  none?: string;
  zero?: string;
  one?: string;
  two?: string;
  few?: string;
  many?: string;
  other: string;
};

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Placeholders<Template> = Template extends string
  ? Names<Template>
  : Template extends { other: infer Other extends string }
    ? Names<Other> | 'count'
    : never;
type Value = string | number | MoneyValue;
/** What a template asks for: `'{title} is back'` asks for `{ title }`, plural forms ask for `{ count }`. */
export type ValuesOf<Template> = [Placeholders<Template>] extends [never]
  ? [values?: Record<string, Value>]
  : [values: Record<Placeholders<Template>, Value>];

/** Texts, numbers, amounts and dates as one language says them. */
export interface Speech {
  locale: Locale;
  dir: 'ltr' | 'rtl';
  /** Fills a template: numbers and amounts in the manner of the language, plural forms by `count`. */
  say<const Template extends string | Forms>(template: Template, ...values: ValuesOf<Template>): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** @param options.whole leave the decimals out when they are zero. */
  money(value: MoneyValue, options?: { whole?: boolean }): string;
  /** `Germany`, `Deutschland`, of an ISO code of two letters; anything else is said as it is. */
  country(code: string): string;
  /** A day in UTC, the same on server and browser; `3 November 2026` without options. */
  date(iso: string, options?: Intl.DateTimeFormatOptions): string;
}

function speechIn(locale: Locale): Speech {
  const tag = localeTags[locale];
  const dir = dirOf(locale);
  const rules = new Intl.PluralRules(tag);
  const plain = new Intl.NumberFormat(tag);
  let regions: Intl.DisplayNames | undefined;
  const money: Speech['money'] = (value, options) => formatMoney(value, { locale: tag, ...options });
  const show = (value: Value): string => {
    const text =
      typeof value === 'number'
        ? plain.format(value)
        : typeof value === 'string'
          ? value
          : formatMoney(value, { locale: tag });
    // Names and amounts run from left to right inside of Arabic; isolated, they do not move what stands beside them.
    return dir === 'rtl' ? `\u2068${text}\u2069` : text;
  };
  return {
    locale,
    dir,
    money,
    number: (value, options) => (options ? new Intl.NumberFormat(tag, options) : plain).format(value),
    country(code) {
      if (!/^[A-Z]{2}$/.test(code)) return code;
      regions ??= new Intl.DisplayNames(tag, { type: 'region' });
      return regions.of(code) ?? code;
    },
    date: (iso, options = { dateStyle: 'long' }) =>
      new Intl.DateTimeFormat(tag, { timeZone: 'UTC', calendar: 'gregory', ...options }).format(new Date(iso)),
    say(template, ...[values]) {
      const given: Record<string, Value> = values ?? {};
      let text: string;
      if (typeof template === 'string') text = template;
      else {
        const forms: Forms = template;
        const count = Number(given.count ?? 0);
        text = (count === 0 ? forms.none : undefined) ?? forms[rules.select(count)] ?? forms.other;
      }
      return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = given[name];
        return value === undefined ? whole : show(value);
      });
    },
  };
}

const known = new Map<Locale, Speech>();

/** The same object for a language each time: making formatters is slow. */
export function speech(locale: Locale): Speech {
  let found = known.get(locale);
  if (!found) {
    found = speechIn(locale);
    known.set(locale, found);
  }
  return found;
}
