import type { Currency } from '@mallhive/kernel';
import type { z } from 'zod';
import type {
  attributeValueSchema,
  Image,
  moderationSchema,
  Price,
  productStatusSchema,
  productTranslationSchema,
  translationLocaleSchema,
} from '../contract.ts';

export type AttributeValue = z.output<typeof attributeValueSchema>;
export type OwnPrices = Partial<Record<Currency, { amount: number; compareAt: number | null }>>;
export type Translations = Partial<
  Record<z.infer<typeof translationLocaleSchema>, z.output<typeof productTranslationSchema>>
>;

export interface OptionState {
  id: string;
  name: string;
  values: { id: string; value: string; swatch: string | null }[];
}

export interface VariantState {
  id: string;
  sku: string;
  barcode: string;
  weightGrams: number;
  optionValueIds: string[];
  imageIndexes: number[];
  /** Set by the seller. */
  prices: OwnPrices;
}

export interface SaleState {
  id: string;
  /** Null: all variants. */
  variantIds: string[] | null;
  startsAt: string | null;
  endsAt: string | null;
  percent: number | null;
  amounts: Partial<Record<Currency, number>> | null;
}

/** What an editor may change, as it is stored. */
export interface ProductContent {
  title: string;
  subtitle: string;
  descriptionHtml: string;
  highlights: string[];
  brand: string;
  categoryId: string;
  tags: string[];
  attributeValues: Record<string, AttributeValue>;
  attributes: { name: string; value: string }[];
  slug: string;
  seoTitle: string;
  seoDescription: string;
  images: Image[];
  options: OptionState[];
  variants: VariantState[];
  sales: SaleState[];
  availableFrom: string | null;
  availableUntil: string | null;
  status: z.infer<typeof productStatusSchema>;
  publishAt: string | null;
  translations: Translations;
}

/** A product as it is stored, locked while it is edited. */
export interface StoredState extends ProductContent {
  id: string;
  sellerId: string;
  version: number;
  description: string;
  currency: Currency;
  category: { id: string; name: string; path: string };
  moderation: z.infer<typeof moderationSchema>;
  moderationReason: string;
  flagged: boolean;
  publishedAt: string | null;
  updatedBy: string | null;
  createdAt: string;
  updatedAt: string;
  isPublic: boolean;
  /** Those that are no longer sold; a SKU that comes back gets its variant back. */
  retired: { id: string; sku: string }[];
  /** By variant id: what the editor shows beside what it edits. */
  shown: Record<string, { title: string; availableQuantity: number; effective: Partial<Record<Currency, Price>> }>;
}

/** Beside which other things the product has to fit. */
export interface Surroundings {
  takenSkus: string[];
  slugTaken: boolean;
  category: { path: string; active: boolean } | null;
  /** Of the category and its ancestors. */
  attributes: CategoryAttribute[];
}

export interface CategoryAttribute {
  id: string;
  type: string;
  choices: { value: string; label: string }[];
  required: boolean;
}

export interface Problem {
  path: string;
  code: string;
}
