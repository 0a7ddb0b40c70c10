import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';
import { imageSchema, priceSchema } from './contract-public.ts';

export * from './contract-drafts.ts';
export * from './contract-import.ts';
export * from './contract-media.ts';
export * from './contract-public.ts';
export * from './contract-reviews.ts';

/** query catalog.sellerProducts (seller): own products for the dashboard, newest first. */
export const sellerProductsInput = z.object({
  sellerId: idSchema,
  query: z.string().max(100).default(''),
  status: z.enum(['all', 'draft', 'published', 'archived']).default('all'),
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export const sellerProductRowSchema = z.object({
  id: idSchema,
  slug: z.string(),
  title: z.string(),
  status: z.enum(['draft', 'published', 'archived']),
  image: imageSchema.nullable(),
  price: priceSchema,
  availableQuantity: z.int(),
  variantCount: z.int(),
  version: z.int(),
  updatedAt: z.iso.datetime(),
});
export const sellerProductsOutput = z.object({
  items: z.array(sellerProductRowSchema),
  nextCursor: z.string().nullable(),
  counts: z.object({ all: z.int(), draft: z.int(), published: z.int(), archived: z.int() }),
});

/** query catalog.sellerProduct (seller): one own product for the editor, drafts too. NOT_FOUND for another seller's. */
export const sellerProductInput = z.object({ sellerId: idSchema, productId: idSchema });
export const sellerProductOutput = z.object({
  product: sellerProductRowSchema.extend({
    description: z.string(),
    variants: z.array(z.object({ id: idSchema, sku: z.string(), title: z.string(), price: priceSchema })),
  }),
});

/** mutation catalog.updateProduct (seller): CONFLICT `product_changed` when `version` is not the stored one. Prices apply to all variants named. */
export const updateProductInput = z.object({
  sellerId: idSchema,
  productId: idSchema,
  version: z.int(),
  title: z.string().trim().min(1).max(200).optional(),
  description: z.string().max(20_000).optional(),
  status: z.enum(['draft', 'published', 'archived']).optional(),
  prices: z
    .array(z.object({ variantId: idSchema, amount: z.int().positive(), compareAt: z.int().positive().nullable() }))
    .max(200)
    .optional(),
});
export const updateProductOutput = z.object({ product: sellerProductRowSchema });
