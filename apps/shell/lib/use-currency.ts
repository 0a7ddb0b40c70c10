import { type Currency, currencies } from '@mallhive/ui';
import { useSyncExternalStore } from 'react';
import { currencyCookie, readCookie } from './cookies.ts';

const never = () => () => undefined;

export function toCurrency(value: string | undefined, otherwise: Currency): Currency {
  return currencies.find((known) => known === value) ?? otherwise;
}

/** The page's own currency; on pages that were made for everybody alike, the visitor's, from the moment the page can react. */
export function useCurrency(page: Currency | null | undefined, shop: Currency): Currency {
  const chosen = useSyncExternalStore(
    never,
    () => toCurrency(readCookie(document.cookie, currencyCookie), shop),
    () => shop,
  );
  return page ?? chosen;
}
