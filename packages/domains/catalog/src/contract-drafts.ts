import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';
import {
  attributeValueSchema,
  ownPricesSchema,
  productTranslationSchema,
  translationLocaleSchema,
} from './contract-editor.ts';
import { imageSchema, optionSchema } from './contract-public.ts';

/** What seed and import hand to the facade's `upsertProducts`: one product with all its parts, idempotent by (sellerId, sourceRef). */
export const productDraftSchema = z.object({
  sellerId: idSchema,
  sourceRef: z.string(),
  slug: z.string(),
  title: z.string(),
  subtitle: z.string().default(''),
  /** Plain text; or `descriptionHtml`, which is sanitised and wins. */
  description: z.string().default(''),
  descriptionHtml: z.string().optional(),
  seoTitle: z.string().default(''),
  seoDescription: z.string().default(''),
  tags: z.array(z.string()).default([]),
  /** By id of the category's attribute. */
  attributeValues: z.record(z.string(), attributeValueSchema).default({}),
  /** Options and their values go by their English names here. */
  translations: z.partialRecord(translationLocaleSchema, productTranslationSchema).default({}),
  highlights: z.array(z.string()).default([]),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  brand: z.string().default(''),
  categoryPath: z.string(),
  status: z.enum(['draft', 'published', 'archived']).default('published'),
  createdAt: z.date().optional(),
  images: z.array(imageSchema).default([]),
  options: z.array(optionSchema).default([]),
  variants: z
    .array(
      z.object({
        sku: z.string(),
        title: z.string().default(''),
        optionValues: z.record(z.string(), z.string()).default({}),
        weightGrams: z.int().default(500),
        /** Minor units of the shop's currency; `compareAt` null when not on sale. */
        price: z.int().positive(),
        compareAt: z.int().positive().nullable().default(null),
        /** Own prices in other currencies; those left out are converted. */
        prices: ownPricesSchema.default({}),
        barcode: z.string().default(''),
        /** A reduction that begins and ends by itself; null on either side means open. Left out: sales stay as they are. */
        sale: z
          .object({ amount: z.int().positive(), startsAt: z.date().nullable(), endsAt: z.date().nullable() })
          .nullable()
          .optional(),
        imageIndex: z.int().nullable().default(null),
        stock: z.int().nonnegative(),
      }),
    )
    .min(1),
  reviews: z
    .array(
      z.object({
        rating: z.int().min(1).max(5),
        title: z.string(),
        body: z.string(),
        authorName: z.string(),
        createdAt: z.date(),
      }),
    )
    .default([]),
});
export type ProductDraft = z.input<typeof productDraftSchema>;
/** For `upsertCategories`: idempotent by path. */
export const categoryDraftSchema = z.object({
  path: z.string(),
  name: z.string(),
  description: z.string().default(''),
  position: z.int().default(0),
  image: imageSchema.nullable().default(null),
  translations: z
    .partialRecord(
      translationLocaleSchema,
      z.object({ name: z.string().default(''), description: z.string().default('') }),
    )
    .default({}),
});
export type CategoryDraft = z.input<typeof categoryDraftSchema>;
