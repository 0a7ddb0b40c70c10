import type { Clock, Currency, Locale } from '@mallhive/kernel';
import type { Logger } from '@mallhive/observability';
import type { Hit, Sort } from './contract.ts';

export type { RailKind, Recommender, RecommenderQuestion } from './recommendations/ports.ts';

/** Texts of a product in one language; an empty one is the English one. */
export interface ProductTexts {
  title: string;
  subtitle: string;
  description: string;
  highlights: string[];
}

/** Everything the index keeps of one published product. Texts are English; other languages stand beside them. */
export interface SearchableProduct extends ProductTexts {
  productId: string;
  slug: string;
  brand: string;
  tags: string[];
  /** `names` and `values` by language, where translated. One that is not filterable is found by, but is no facet. */
  attributes: {
    name: string;
    value: string;
    filterable: boolean;
    names: Record<string, string>;
    values: Record<string, string>;
  }[];
  variants: { sku: string; barcode: string; optionValues: Record<string, string> }[];
  /** The product's category and its ancestors, root first. `names` by language, where translated. */
  categories: { path: string; name: string; names: Record<string, string> }[];
  /** By language, where translated. */
  translations: Record<string, ProductTexts>;
  sellerSlug: string;
  sellerName: string;
  /** Minor units. */
  prices: Record<Currency, { amount: number; compareAt: number | null }>;
  rating: number;
  ratingCount: number;
  available: boolean;
  createdAt: string;
  /** Grows with every change; an older copy never replaces a newer one. */
  revision: number;
  /** In English and the shop's currency. */
  card: Hit;
}

/** Filled from the catalog. */
export interface ProductSource {
  /** Those of the products that are published; the others are no longer to be found. */
  productsForIndex(ids: readonly string[]): Promise<SearchableProduct[]>;
  publishedProductIds(after: string | null, limit: number): Promise<string[]>;
}

export interface SearchPorts {
  source: ProductSource;
  clock: Clock;
  logger: Logger;
  /** The shop's, for callers that name none. */
  currency: Currency;
}

/** For each typed word its alternatives (the typed one first), each a list of words that belong together. */
export type Slots = readonly (readonly (readonly string[])[])[];

/** A question to an outside index, in numbers of facet values where the shop has names. */
export interface IndexQuery {
  /** Empty: everything. */
  slots: Slots;
  /** One of the slots is enough. */
  anySlot: boolean;
  /** Words that the slots were made from, joined by one space. */
  text: string;
  locale: Locale;
  currency: Currency;
  categories: readonly number[] | null;
  sellers: readonly number[] | null;
  /** One entry per attribute facet with a choice. */
  attributes: readonly (readonly number[])[];
  priceMin: number | null;
  priceMax: number | null;
  minimumRating: number;
  inStock: boolean;
  onSale: boolean;
  sort: Sort;
  offset: number;
  limit: number;
}

export interface IndexReply {
  /** Matches of the words before categories, sellers, attributes and price narrowed them. */
  matched: number;
  total: number;
  /** Products of the page, best first. */
  ids: string[];
  /** Over what misses nothing but the price. */
  priceRange: { min: number | null; max: number | null };
  /** Facet value numbers with their counts over everything that is shown. */
  counts: [id: number, count: number][];
  /** The same without the choice of the categories, of the sellers and of each attribute; null where nothing was chosen. */
  withoutOwn: {
    categories: [number, number][] | null;
    sellers: [number, number][] | null;
    attributes: [number, number][][];
  };
}

/** One product as an outside index keeps it. */
export interface IndexRow {
  id: string;
  revision: number;
  texts: Partial<Record<Locale, { title: string; heading: string; facets: string; body: string }>>;
  /** One word each. */
  skus: string[];
  /** SKUs in their parts, as they may be typed. */
  skuWords: string;
  categories: number[];
  seller: number;
  facets: number[];
  prices: Record<Currency, number>;
  onSale: Currency[];
  rating: number;
  ratingCount: number;
  popularity: number;
  available: boolean;
  createdAt: string;
}

/** A second index that is being filled while the first one answers. */
export interface IndexRebuild {
  write(rows: readonly IndexRow[]): Promise<void>;
  /** Searches ask the new one from now on; the old one goes. */
  finish(): Promise<void>;
  abandon(): Promise<void>;
}

/**
 * A search engine outside the database. Every method rejects when the engine cannot be reached, answers with a fault
 * or takes too long; the domain then searches PostgreSQL.
 */
export interface SearchIndex {
  /** For logs: `OpenSearch`. */
  name: string;
  search(query: IndexQuery): Promise<IndexReply>;
  /** Products for what was typed so far; the last word may be unfinished, and misspelt. Best first. */
  suggest(input: { words: readonly string[]; locale: Locale; limit: number }): Promise<string[]>;
  /** Words that products have, close to each typed one, best first. `known`: products have the typed one itself. */
  correct(words: readonly string[], locale: Locale): Promise<WordCorrection[]>;
  /** Later searches find it. A row with an older revision than the stored one changes nothing. */
  write(rows: readonly IndexRow[], removedIds: readonly string[]): Promise<void>;
  rebuild(): Promise<IndexRebuild>;
  /** Whether it answers, and whether it has an index to search. */
  state(): Promise<'ready' | 'empty'>;
  close(): Promise<void>;
}

export interface WordCorrection {
  word: string;
  known: boolean;
  /** How many products have it, as far as the engine says. */
  documents: number;
  candidates: { word: string; documents: number }[];
}
