import { currencySchema, idSchema } from '@mallhive/kernel';
import { z } from 'zod';
import {
  type editorImageSchema,
  moderationSchema,
  productFieldsSchema,
  productStatusSchema,
  productTranslationSchema,
  translationLocaleSchema,
  variantEditSchema,
} from './contract-editor.ts';
import { imageSchema, priceSchema } from './contract-public.ts';

/**
 * The seller dashboard. Policy of all: `seller`, a member of the organisation `sellerId`; another organisation's product
 * is NOT_FOUND. Reads: every role. Writes: owner and manager, else FORBIDDEN `role_too_low`. Of a suspended or rejected
 * organisation: writes are FORBIDDEN `seller_not_active`.
 */

export const sellerProductRowSchema = z.object({
  id: idSchema,
  slug: z.string(),
  title: z.string(),
  status: productStatusSchema,
  moderation: moderationSchema,
  /** Why an administrator refused it; empty otherwise. */
  moderationReason: z.string(),
  category: z.object({ id: idSchema, name: z.string(), path: z.string() }),
  tags: z.array(z.string()),
  image: imageSchema.nullable(),
  /** Lowest of the variants, in the shop's currency; amount 0 when `priceMissing`. */
  price: priceSchema,
  /** A variant has no price in the product's currency: it cannot be published. */
  priceMissing: z.boolean(),
  availableQuantity: z.int(),
  variantCount: z.int(),
  publishAt: z.iso.datetime().nullable(),
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type SellerProductRow = z.infer<typeof sellerProductRowSchema>;

export const sellerProductFilterSchema = z.object({
  /** Anywhere in the title, or the beginning of a SKU. */
  query: z.string().max(100).default(''),
  status: z.enum(['all', 'draft', 'published', 'archived']).default('all'),
  /** With its descendants. */
  categoryId: idSchema.optional(),
  tag: z.string().max(40).optional(),
  /** All variants together: none, 1 to 5, or some. */
  stock: z.enum(['any', 'out', 'low', 'in']).default('any'),
  priceMissing: z.boolean().default(false),
  moderation: z.enum(['any', 'pending', 'rejected']).default('any'),
});

/** query catalog.sellerProducts: own products. Two statements, with a text three, however many products the seller has. */
export const sellerProductsInput = sellerProductFilterSchema.extend({
  sellerId: idSchema,
  sort: z
    .enum(['newest', 'oldest', 'updated', 'title', 'price-asc', 'price-desc', 'stock-asc', 'stock-desc'])
    .default('newest'),
  cursor: z.string().max(600).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export const sellerProductsOutput = z.object({
  items: z.array(sellerProductRowSchema),
  nextCursor: z.string().nullable(),
  /** Of all own products, whatever the filter. */
  counts: z.object({
    all: z.int(),
    draft: z.int(),
    published: z.int(),
    archived: z.int(),
    pending: z.int(),
    rejected: z.int(),
  }),
  /** Of those that match the filter, counted up to 200; `more` says that there are more. */
  matching: z.object({ count: z.int(), more: z.boolean() }),
});

const editorVariantSchema = variantEditSchema.extend({
  id: idSchema,
  title: z.string(),
  availableQuantity: z.int(),
  /** As the seller set it, in the product's currency; amount 0 when missing. Not that of a sale. */
  price: priceSchema,
  /** What shoppers pay now in every currency, converted where the seller set none. */
  effectivePrices: z.partialRecord(currencySchema, priceSchema),
});

export const editorProductSchema = sellerProductRowSchema
  .extend(productFieldsSchema.omit({ categoryId: true }).shape)
  .extend({
    /** Plain text of `descriptionHtml`. */
    description: z.string(),
    /** The currency that prices are set in; others are converted from it. */
    currency: currencySchema,
    variants: z.array(editorVariantSchema),
    /** Who saved last; null for an import or the shop itself. */
    updatedBy: z.object({ id: idSchema, name: z.string() }).nullable(),
    /** Its own pages are public now. */
    isPublic: z.boolean(),
  });
export type EditorProduct = z.infer<typeof editorProductSchema>;

/** query catalog.sellerProduct: one own product for the editor, drafts too. NOT_FOUND for another seller's. */
export const sellerProductInput = z.object({ sellerId: idSchema, productId: idSchema });
export const sellerProductOutput = z.object({ product: editorProductSchema });

/** mutation catalog.createProduct: a draft with one variant unless more is said. UNPROCESSABLE as in saveProduct. */
export const createProductInput = productFieldsSchema
  .partial()
  .extend({ sellerId: idSchema, title: productFieldsSchema.shape.title, categoryId: idSchema });

/**
 * mutation catalog.saveProduct: the whole editor at once; parts left out stay as they are.
 * - CONFLICT `product_changed`, details `{ version, changedAt, changedBy: { id, name } | null }`: somebody saved meanwhile, nothing was written.
 * - UNPROCESSABLE `product_invalid`, details `{ problems: [{ path, code }] }`: `path` as in the input (`variants.2.sku`); codes:
 *   `sku_taken`, `sku_twice`, `barcode_invalid`, `option_values_wrong`, `variant_twice`, `option_twice`, `image_unknown`, `compare_at_too_low`,
 *   `sale_window`, `sale_overlap`, `sale_not_lower`, `sale_sku_unknown`, `sale_base_price_missing`, `slug_taken`, `category_unknown`,
 *   `category_inactive`, `attribute_unknown`, `attribute_invalid`, `variant_unknown`, `availability_window`, `publish_at_past`; and when
 *   the product is or becomes published: `attribute_required`, `price_missing`, `image_missing`, `description_missing`.
 */
export const saveProductInput = productFieldsSchema
  .partial()
  .extend({ sellerId: idSchema, productId: idSchema, version: z.int() });

/** mutation catalog.updateProduct: the quick edit of the list. As saveProduct; prices are those of the shop's currency. */
export const updateProductInput = z.object({
  sellerId: idSchema,
  productId: idSchema,
  version: z.int(),
  title: z.string().trim().min(1).max(200).optional(),
  description: z.string().max(20_000).optional(),
  status: productStatusSchema.optional(),
  prices: z
    .array(
      z.object({
        variantId: idSchema,
        amount: z.int().positive().max(2_000_000_000),
        compareAt: z.int().positive().max(2_000_000_000).nullable(),
      }),
    )
    .max(200)
    .optional(),
});
export const updateProductOutput = z.object({ product: sellerProductRowSchema });

/** mutation catalog.duplicateProduct: a new draft with everything but pictures' and SKUs' identity: SKUs get `-copy`, sales are left out. */
export const duplicateProductInput = sellerProductInput.extend({});

/** mutation catalog.deleteProduct: a draft that was never published. CONFLICT `product_was_published` for others: archive those. */
export const deleteProductInput = sellerProductInput.extend({ version: z.int() });
export const deleteProductOutput = z.object({ deleted: z.literal(true) });

/** mutation catalog.bulkProducts: one thing done to many. Each product by itself: a refusal of one does not stop the others. */
export const bulkProductsInput = z.object({
  sellerId: idSchema,
  productIds: z.array(idSchema).min(1).max(500),
  action: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('publish') }),
    z.object({ kind: z.literal('unpublish') }),
    z.object({ kind: z.literal('archive') }),
    /** Of the base currency and all own prices; rounded half up, at least 1. */
    z.object({ kind: z.literal('price-percent'), percent: z.number().min(-95).max(1000) }),
    /** Added to the price in the base currency, in minor units; may be negative. */
    z.object({ kind: z.literal('price-amount'), amount: z.int().min(-2_000_000_000).max(2_000_000_000) }),
    z.object({ kind: z.literal('category'), categoryId: idSchema }),
    z.object({
      kind: z.literal('tags'),
      add: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
      remove: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
    }),
  ]),
});
export const bulkProductsOutput = z.object({
  results: z.array(
    z.object({
      productId: idSchema,
      /** `unchanged`: it was so already. */
      outcome: z.enum(['changed', 'unchanged', 'refused']),
      /** For `refused`: `product_not_found`, `price_too_low`, `tags_too_many` or a code of saveProduct. */
      reasons: z.array(z.string()),
    }),
  ),
  changed: z.int(),
  refused: z.int(),
});

/** query catalog.variantGrid: every combination of the options, with ids and values kept of variants that fit. Stores nothing. */
export const variantGridInput = z.object({
  sellerId: idSchema,
  options: productFieldsSchema.shape.options,
  variants: z.array(variantEditSchema).max(100).default([]),
  /** Beginning of new SKUs: `OAK-CHAIR` → `OAK-CHAIR-RED-L`. */
  skuPrefix: z.string().trim().max(40).default(''),
});
export const variantGridOutput = z.object({
  variants: z.array(variantEditSchema),
  /** Combinations beyond 100, which were left out. */
  leftOut: z.int(),
});

/** mutation catalog.saveTranslation: one language of one product, for whoever only translates. Policies: seller here; administrators see adminSaveTranslation. */
export const saveTranslationInput = sellerProductInput.extend({
  version: z.int(),
  locale: translationLocaleSchema,
  translation: productTranslationSchema,
});

export const auditEntrySchema = z.object({
  id: idSchema,
  at: z.iso.datetime(),
  actor: z.object({ kind: z.string(), id: idSchema.nullable(), name: z.string() }),
  /** `product.update`. */
  action: z.string(),
  objectType: z.string(),
  objectId: z.string(),
  /** Field to before and after. */
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
});
/** query catalog.productHistory: who changed what, newest first. Any member. */
export const productHistoryInput = sellerProductInput.extend({
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export const productHistoryOutput = z.object({ entries: z.array(auditEntrySchema), nextCursor: z.string().nullable() });

/** The public face of the organisation's shop page. `images` as uploaded (catalog media); empty text for none. */
export const shopPageSchema = z.object({
  tagline: z.string().trim().max(160),
  description: z.string().trim().max(4000),
  logoUrl: z.string().max(2000),
  bannerUrl: z.string().max(2000),
  returnPolicy: z.string().trim().max(4000),
});
/** query catalog.shopPage: any member; and mutation catalog.saveShopPage: owner and manager. */
export const shopPageInput = z.object({ sellerId: idSchema });
export const shopPageOutput = z.object({
  page: shopPageSchema.extend({ slug: z.string(), name: z.string(), status: z.string() }),
});
export const saveShopPageInput = shopPageSchema.partial().extend({ sellerId: idSchema });

export type EditorImage = z.infer<typeof editorImageSchema>;
