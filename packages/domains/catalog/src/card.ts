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

/** A card whose stored part is still the text that the database sent. */
export interface CardText extends Omit<StoredCard, 'card'> {
  card: string;
}

const storedTitle = /"title"\s*:\s*"(?:[^"\\]|\\.)*"/;
const storedBadges = /"badges"\s*:\s*\[\s*("?)/;

/**
 * A ProductCard as JSON, without making the objects in between: a list of these is the shop's most frequent read. Inside
 * of a JSON string every quote is escaped, so a key in quotes is found nowhere but where it is a key.
 */
export function composeCardJson({ card, title, price, compareAt, maxPrice }: CardText, currency: Currency): string {
  let text = card;
  if (title) text = text.replace(storedTitle, () => `"title":${JSON.stringify(title)}`);
  if (compareAt !== null) {
    text = text.replace(storedBadges, (_all, more: string) => `"badges":["sale"${more && ',"'}`);
  }
  const money = (amount: number) => `{"amount":${amount},"currency":"${currency}"}`;
  const compared = compareAt === null ? 'null' : money(compareAt);
  return `${text.slice(0, -1)},"price":{"current":${money(price)},"compareAt":${compared}},"fromPrice":${maxPrice > price}}`;
}

/** The columns of a StoredCard, for one currency. `locale` is the number of the parameter that names the language. */
export function cardColumns(
  place: number | string,
  locale: number,
  alias = 'c',
  form: 'json' | 'text' = 'json',
): string {
  return `${form === 'text' ? `${alias}.card::text as card` : `${alias}.card`}, ${alias}.titles ->> $${locale} as title, ${alias}.prices[${place}] as price,
    ${alias}.compare_at[${place}] as "compareAt", ${alias}.max_prices[${place}] as "maxPrice"`;
}
