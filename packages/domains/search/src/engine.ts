import type { Currency, Locale } from '@mallhive/kernel';
import type { Hit, Sort, Suggestions } from './contract.ts';
import type { Slots, WordCorrection } from './ports.ts';

export interface SearchRequest {
  /** Empty: everything. */
  slots: Slots;
  anySlot: boolean;
  /** The words of the slots, joined by one space. */
  text: string;
  locale: Locale;
  currency: Currency;
  categories: readonly string[] | null;
  sellers: readonly string[] | null;
  /** Attribute facets with their chosen values. */
  attributes: readonly { name: string; values: readonly string[] }[];
  priceMin: number | null;
  priceMax: number | null;
  minimumRating: number;
  inStock: boolean;
  onSale: boolean;
  sort: Sort;
  offset: number;
  limit: number;
}

/** Name, value, label, count, and the name's label where it has one in the language asked for. */
export type FacetCount = [name: string, value: string, label: string, count: number, nameLabel?: string | null];

/** A stored card with what depends on the moment, the language and the currency. */
export interface FoundCard {
  card: Hit;
  bestseller: boolean;
  /** Minor units. */
  price: number;
  compareAt: number | null;
  /** In the language asked for, where translated. */
  title: string | null;
}

export interface SearchReply {
  /** Matches of the words before any facet narrowed them. */
  matched: number;
  total: number;
  items: FoundCard[] | null;
  priceRange: { min: number | null; max: number | null };
  facets: FacetCount[] | null;
}

export interface SuggestRequest {
  words: readonly string[];
  locale: Locale;
  currency: Currency;
  /** `YYYY-MM-DD` */
  today: string;
}

/** What answers searches: PostgreSQL, or an outside index completed from it. */
export interface SearchEngine {
  search(request: SearchRequest): Promise<SearchReply>;
  suggest(request: SuggestRequest): Promise<Suggestions>;
  correct(words: readonly string[], locale: Locale): Promise<WordCorrection[]>;
}
