import { CheckIcon, currencies, cx, type Locale, localeNames, locales, localisedPath, useI18n } from '@mallhive/ui';
import { currencyCookie, localeCookie, rememberChoice } from '../lib/cookies.ts';
import { useTexts } from '../texts.ts';

interface RegionChoiceProps {
  /** Of the page, without language, for browsers without scripts. */
  path: string;
  className?: string;
}

const withoutLocale = (pathname: string) => pathname.replace(/^\/(de|fr|ar)(?=\/|$)/, '') || '/';

/** The same page in another language, or with its prices in another currency. Both are whole loads of the page. */
export function RegionChoice({ path, className }: RegionChoiceProps) {
  const text = useTexts().region;
  const { locale: current, currency: used } = useI18n();
  const item =
    'flex w-full items-center justify-between gap-3 rounded-control px-3 py-2.5 text-start hover:bg-sunken aria-[current=true]:font-semibold';
  const go = (locale: Locale) => {
    rememberChoice(localeCookie, locale);
    const { pathname, search, hash } = location;
    location.assign(localisedPath(locale, withoutLocale(pathname)) + search + hash);
  };
  return (
    <div className={cx('grid grid-cols-2 gap-2', className)}>
      <div>
        <p className="px-3 py-2 text-ink-soft text-sm">{text.language}</p>
        <ul>
          {locales.map((locale) => (
            <li key={locale}>
              <a
                href={localisedPath(locale, path)}
                lang={locale}
                hrefLang={locale}
                aria-current={locale === current}
                className={item}
                onClick={(event) => {
                  event.preventDefault();
                  go(locale);
                }}
              >
                {localeNames[locale]}
                {locale === current ? <CheckIcon /> : null}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <p className="px-3 py-2 text-ink-soft text-sm">{text.currency}</p>
        <ul>
          {currencies.map((currency) => (
            <li key={currency}>
              <button
                type="button"
                aria-label={`${currency}, ${text.currencies[currency]}`}
                aria-current={currency === used}
                className={item}
                onClick={() => {
                  rememberChoice(currencyCookie, currency);
                  location.reload();
                }}
              >
                {currency}
                {currency === used ? <CheckIcon /> : null}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <p className="col-span-2 px-3 pb-2 text-ink-soft text-sm">{text.note}</p>
    </div>
  );
}
