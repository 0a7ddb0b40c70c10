import { currencySchema, idSchema } from '@mallhive/kernel';
import { z } from 'zod';
import { productTranslationSchema, translationLocaleSchema } from './contract-editor.ts';
import { attributeTypeSchema, imageSchema } from './contract-public.ts';

/** For administrators of the shop. Policy of all: `administrator`, checked again in the domain. */

const categoryTranslationSchema = z.object({
  name: z.string().trim().max(80).default(''),
  description: z.string().trim().max(1000).default(''),
});
const categorySlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

export const adminCategorySchema = z.object({
  id: idSchema,
  parentId: idSchema.nullable(),
  slug: z.string(),
  name: z.string(),
  path: z.string(),
  description: z.string(),
  image: imageSchema.nullable(),
  position: z.int(),
  active: z.boolean(),
  translations: z.partialRecord(translationLocaleSchema, categoryTranslationSchema),
  /** A class of the payments domain's tax rules. */
  taxClass: z.string(),
  /** Public products in it and below. */
  productCount: z.int(),
});
export type AdminCategory = z.infer<typeof adminCategorySchema>;

/** query catalog.adminCategories: all, depth first by position, inactive ones too. Every change below answers with the tree as it is then. */
export const adminCategoriesOutput = z.object({ categories: z.array(adminCategorySchema) });

const categoryFields = z.object({
  name: z.string().trim().min(1).max(80),
  /** Made from the name when left out. */
  slug: categorySlug.optional(),
  description: z.string().trim().max(1000).default(''),
  image: imageSchema.nullable().default(null),
  translations: z.partialRecord(translationLocaleSchema, categoryTranslationSchema).default({}),
});
/** mutation catalog.createCategory: at the end of its siblings. CONFLICT `category_path_taken`. */
export const createCategoryInput = categoryFields.extend({ parentId: idSchema.nullable() });
/** mutation catalog.updateCategory: a changed slug moves its pages and those below; the old addresses redirect. */
export const updateCategoryInput = categoryFields
  .partial()
  .extend({ categoryId: idSchema, active: z.boolean().optional() });
/** mutation catalog.moveCategory: under another parent, or to another place among its siblings (0 first). UNPROCESSABLE `category_cycle`, `category_too_deep` (5 levels). */
export const moveCategoryInput = z.object({
  categoryId: idSchema,
  parentId: idSchema.nullable(),
  position: z.int().min(0).max(10_000),
});
/** mutation catalog.mergeCategory: its products and children go to the other, its address redirects there, it is gone. */
export const mergeCategoryInput = z.object({ categoryId: idSchema, intoId: idSchema });
/** mutation catalog.setTaxClass: how its products are taxed, and with `below` those of every category under it; carts follow at once. */
export const setTaxClassInput = z.object({
  categoryId: idSchema,
  taxClass: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  below: z.boolean().default(false),
});

export const adminAttributeSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(60),
  type: attributeTypeSchema,
  unit: z.string().trim().max(20).default(''),
  choices: z
    .array(z.object({ value: z.string().trim().min(1).max(80), label: z.string().trim().min(1).max(80) }))
    .max(200)
    .default([]),
  required: z.boolean().default(false),
  filterable: z.boolean().default(false),
  translations: z
    .partialRecord(
      translationLocaleSchema,
      z.object({
        name: z.string().trim().max(60).default(''),
        choices: z.record(z.string(), z.string().max(80)).default({}),
      }),
    )
    .default({}),
});
/** query catalog.adminAttributes: those that the category itself declares, in order. */
export const adminAttributesInput = z.object({ categoryId: idSchema });
export const adminAttributesOutput = z.object({ attributes: z.array(adminAttributeSchema) });
/** mutation catalog.saveAttributes: the whole list; one without id is new, one no longer named is gone. CONFLICT `attribute_type_fixed` when a used one changes its type. */
export const saveAttributesInput = z.object({
  categoryId: idSchema,
  attributes: z.array(adminAttributeSchema.extend({ id: idSchema.optional() })).max(60),
});

const moderatedFaceSchema = z.object({ title: z.string(), description: z.string(), images: z.array(imageSchema) });
export const moderationCaseSchema = z.object({
  id: idSchema,
  productId: idSchema,
  slug: z.string(),
  seller: z.object({ id: idSchema, name: z.string() }),
  kind: z.enum(['first-products', 'changed', 'flagged']),
  status: z.enum(['pending', 'approved', 'rejected']),
  /** What was approved last; null when nothing was. */
  before: moderatedFaceSchema.nullable(),
  /** What waits for a decision: as it is now while pending. */
  after: moderatedFaceSchema,
  submittedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  reason: z.string(),
});
/** query catalog.moderationQueue: pending oldest first, others newest first. */
export const moderationQueueInput = z.object({
  status: z.enum(['pending', 'approved', 'rejected']).default('pending'),
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(100).default(20),
});
export const moderationQueueOutput = z.object({
  cases: z.array(moderationCaseSchema),
  nextCursor: z.string().nullable(),
  /** Counted up to 1,000. */
  pending: z.int(),
});
/** mutation catalog.decideModeration. CONFLICT `already_decided`; a rejection needs a reason, which the seller reads. */
export const decideModerationInput = z.object({
  caseId: idSchema,
  decision: z.enum(['approve', 'reject']),
  reason: z.string().trim().max(1000).default(''),
});
export const decideModerationOutput = z.object({ status: z.enum(['approved', 'rejected']) });
/** mutation catalog.flagProduct: from now on changes of its title or pictures wait for approval; `hide` makes it wait at once. */
export const flagProductInput = z.object({
  productId: idSchema,
  flagged: z.boolean(),
  hide: z.boolean().default(false),
  reason: z.string().trim().max(1000).default(''),
});
export const flagProductOutput = z.object({ flagged: z.boolean() });

/** Units of the currency for one unit of the reference currency, as a decimal number: `1.1735`. */
export const exchangeRateSchema = z.object({
  currency: currencySchema,
  rate: z.string().regex(/^\d{1,8}(\.\d{1,8})?$/),
  updatedAt: z.iso.datetime(),
});
/** query catalog.exchangeRates, mutation catalog.setExchangeRates: converted prices follow within a minute. */
export const exchangeRatesOutput = z.object({ rates: z.array(exchangeRateSchema) });
export const setExchangeRatesInput = z.object({
  rates: z
    .array(exchangeRateSchema.omit({ updatedAt: true }))
    .min(1)
    .max(10),
});

/** mutation catalog.adminSaveTranslation: one language of any product. CONFLICT `product_changed`. */
export const adminSaveTranslationInput = z.object({
  productId: idSchema,
  version: z.int(),
  locale: translationLocaleSchema,
  translation: productTranslationSchema,
});
export const adminSaveTranslationOutput = z.object({ version: z.int() });

/** query catalog.adminCounts: how much waits. */
export const adminCountsOutput = z.object({ moderation: z.int() });
