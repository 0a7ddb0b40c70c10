import { type Currency, currencies, type Locale } from '@mallhive/kernel';
import type { ProductCard } from './contract.ts';

/** In which language and currency to answer. */
export interface Audience {
  locale: Locale;
  currency: Currency;
}

/** A stored card: everything but the price, which stands in arrays in the order of `currencies`. */
export interface StoredCard {
  card: Omit<ProductCard, 'price' | 'fromPrice'>;
  /** In the language asked for; null where it is not translated. */
  title: string | null;
  price: number;
  compareAt: number | null;
  maxPrice: number;
}

/** Place of a currency in the arrays of product_cards; PostgreSQL counts from 1. */
export const placeOf = (currency: Currency): number => currencies.indexOf(currency) + 1;

/** Takes the card over; what was read from the database is not used again. */
export function composeCard({ card, title, price, compareAt, maxPrice }: StoredCard, currency: Currency): ProductCard {
  const made = card as ProductCard;
  if (title) made.title = title;
  made.price = {
    current: { amount: price, currency },
    compareAt: compareAt === null ? null : { amount: compareAt, currency },
  };
  made.fromPrice = maxPrice > price;
  if (compareAt !== null) made.badges.unshift('sale');
  return made;
}

/** The columns of a StoredCard, for one currency. `locale` is the number of the parameter that names the language. */
export function cardColumns(place: number | string, locale: number, alias = 'c'): string {
  return `${alias}.card, ${alias}.titles ->> $${locale} as title, ${alias}.prices[${place}] as price,
    ${alias}.compare_at[${place}] as "compareAt", ${alias}.max_prices[${place}] as "maxPrice"`;
}
