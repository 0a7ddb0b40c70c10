import { currencySchema, idSchema, localeSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** The whole product as its seller edits it. */

export const productStatusSchema = z.enum(['draft', 'published', 'archived']);
/** `none`: never submitted. Only `approved` products are public. */
export const moderationSchema = z.enum(['none', 'pending', 'approved', 'rejected']);

const shortText = z.string().trim().max(200);
const instant = z.iso.datetime();
/** Minor units, as large as the database column. */
const amount = z.int().positive().max(2_000_000_000);

export const optionEditSchema = z.object({
  /** Made by the editor (any short unique text), kept for ever: names and order may change, ids tie variants and translations to them. */
  id: z.string().min(1).max(80),
  name: shortText.min(1).max(60),
  values: z
    .array(
      z.object({
        id: z.string().min(1).max(80),
        value: shortText.min(1).max(80),
        swatch: z.string().max(40).nullable(),
      }),
    )
    .min(1)
    .max(100),
});

/** By currency; a currency left out is converted from the base currency by the shop's exchange rates. */
export const ownPricesSchema = z.partialRecord(
  currencySchema,
  z.object({ amount, /** Struck through; above `amount`. */ compareAt: amount.nullable() }),
);

export const variantEditSchema = z.object({
  /** Of a variant that exists; left out for a new one. One that is no longer named is retired and keeps its id. */
  id: idSchema.optional(),
  sku: z.string().trim().min(1).max(80),
  /** GTIN-8, -12, -13 or -14 with a right check digit; empty for none. */
  barcode: z.string().trim().max(14).default(''),
  weightGrams: z.int().min(0).max(10_000_000).default(500),
  /** One value id of each option, in the order of the options; empty without options. */
  optionValueIds: z.array(z.string().max(80)).max(3).default([]),
  /** Places in `images`; the first is its main picture. */
  imageIndexes: z.array(z.int().min(0).max(99)).max(20).default([]),
  prices: ownPricesSchema.default({}),
});

export const saleSchema = z.object({
  id: idSchema.optional(),
  /** The SKUs it is for; null for all. Two sales of one variant may not overlap. */
  skus: z.array(z.string().max(80)).max(100).nullable(),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  reduction: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('percent'), percent: z.int().min(1).max(95) }),
    /** The base currency is required; others are converted when left out. */
    z.object({ kind: z.literal('amount'), amounts: z.partialRecord(currencySchema, amount) }),
  ]),
});

/** Empty or left out: the English text is shown. */
export const productTranslationSchema = z.object({
  title: shortText.default(''),
  subtitle: shortText.default(''),
  descriptionHtml: z.string().max(40_000).default(''),
  highlights: z.array(shortText).max(20).default([]),
  seoTitle: shortText.default(''),
  seoDescription: z.string().trim().max(400).default(''),
  /** By option id; values by value id. */
  options: z
    .record(
      z.string().max(80),
      z.object({ name: shortText.default(''), values: z.record(z.string().max(80), shortText).default({}) }),
    )
    .default({}),
});
export const translationLocaleSchema = localeSchema.exclude(['en']);

export const editorImageSchema = z.object({
  url: z.string().min(1).max(2000),
  alt: z.string().trim().max(300),
  width: z.int().positive(),
  height: z.int().positive(),
});

/** A text, a number (in the attribute's unit), the value of a choice, several of them, or yes and no. */
export const attributeValueSchema = z.union([
  z.string().trim().max(500),
  z.number(),
  z.boolean(),
  z.array(z.string().max(80)).max(50),
]);

/** What an editor may set. In a save every part that is left out stays as it is. */
export const productFieldsSchema = z.object({
  title: shortText.min(1),
  subtitle: shortText,
  /** Sanitised by the server: what is not allowed is dropped. See `descriptionHtml` of a product for what is. */
  descriptionHtml: z.string().max(40_000),
  highlights: z.array(shortText.min(1)).max(20),
  brand: shortText,
  categoryId: idSchema,
  tags: z.array(z.string().trim().min(1).max(40)).max(50),
  /** By attribute id. Required ones are asked for when the product is published. */
  attributeValues: z.record(idSchema, attributeValueSchema),
  /** Free ones, beside those of the category. */
  attributes: z.array(z.object({ name: shortText.min(1), value: shortText.min(1) })).max(50),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(200),
  seoTitle: shortText,
  seoDescription: z.string().trim().max(400),
  images: z.array(editorImageSchema).max(100),
  options: z.array(optionEditSchema).max(3),
  variants: z.array(variantEditSchema).min(1).max(100),
  sales: z.array(saleSchema).max(50),
  availableFrom: instant.nullable(),
  availableUntil: instant.nullable(),
  status: productStatusSchema,
  /** A draft becomes public by itself then; null for not. */
  publishAt: instant.nullable(),
  translations: z.partialRecord(translationLocaleSchema, productTranslationSchema),
});
export type ProductFields = z.output<typeof productFieldsSchema>;
