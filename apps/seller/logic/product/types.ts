import type { RouterInputs, RouterOutputs } from '@mallhive/api-client';

export type EditorProduct = RouterOutputs['catalog']['sellerProduct']['product'];
export type CategoryAttribute = RouterOutputs['catalog']['categoryAttributes']['attributes'][number];
export type SaveProduct = RouterInputs['catalog']['saveProduct'];

/** Languages beside English. */
export const translationLocales = ['de', 'fr', 'ar'] as const;
export type TranslationLocale = (typeof translationLocales)[number];
export const currencies = ['GBP', 'EUR', 'USD', 'JPY'] as const;
export type Currency = (typeof currencies)[number];

export type AttributeValue = string | number | boolean | string[];

export interface DraftImage {
  url: string;
  alt: string;
  width: number;
  height: number;
}

export interface DraftOption {
  id: string;
  name: string;
  values: { id: string; value: string; swatch: string | null }[];
}

/** Amounts as typed. */
export interface PriceText {
  amount: string;
  compareAt: string;
}

export interface DraftVariant {
  /** Of the row on the page; of a stored variant it is its id. */
  key: string;
  id: string | null;
  sku: string;
  barcode: string;
  weight: string;
  stock: string;
  optionValueIds: string[];
  imageIndexes: number[];
  prices: Record<Currency, PriceText>;
}

export interface DraftSale {
  key: string;
  id: string | null;
  skus: string[] | null;
  /** As `datetime-local` has them; empty means open. */
  startsAt: string;
  endsAt: string;
  kind: 'percent' | 'amount';
  percent: string;
  amounts: Record<Currency, string>;
}

export interface DraftTexts {
  title: string;
  subtitle: string;
  descriptionHtml: string;
  /** One a line. */
  highlights: string;
  seoTitle: string;
  seoDescription: string;
}

export interface DraftTranslation extends DraftTexts {
  options: Record<string, { name: string; values: Record<string, string> }>;
}

/** The whole editor, as it is typed. */
export interface ProductDraft extends DraftTexts {
  brand: string;
  categoryId: string;
  /** Separated by commas. */
  tags: string;
  attributeValues: Record<string, AttributeValue>;
  attributes: { key: string; name: string; value: string }[];
  slug: string;
  images: DraftImage[];
  options: DraftOption[];
  variants: DraftVariant[];
  sales: DraftSale[];
  availableFrom: string;
  availableUntil: string;
  status: 'draft' | 'published' | 'archived';
  publishAt: string;
  translations: Record<TranslationLocale, DraftTranslation>;
}
