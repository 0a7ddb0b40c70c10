import { defineEvent, idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/**
 * A product was created, changed, published or archived: whatever its pages, the search index or a cache show may be old.
 * Fired once per committed change. Carries keys only; readers ask the catalog for the current state, so order does not matter.
 */
export const productChanged = defineEvent(
  'catalog/product.changed',
  1,
  z.object({
    productId: idSchema,
    slug: z.string(),
    previousSlug: z.string().nullable(),
    sellerSlug: z.string(),
    categoryPaths: z.array(z.string()),
    status: z.enum(['draft', 'published', 'archived']),
    /** True when the product is new: no page of its own can be old yet. */
    created: z.boolean().default(false),
    /** True when many products changed at once (an import): what follows may wait a moment and take them together. */
    bulk: z.boolean().default(false),
  }),
);

/** A buyer reviewed a product for the first time; not for changes of it. */
export const reviewWritten = defineEvent(
  'catalog/review.written',
  1,
  z.object({
    reviewId: idSchema,
    productId: idSchema,
    sellerId: idSchema,
    rating: z.int(),
    title: z.string(),
    text: z.string(),
  }),
);

/** A seller started the import of a file; written in the background. Fired once per start. */
export const importRequested = defineEvent('catalog/import.requested', 1, z.object({ importId: idSchema }));

/** A seller asked for a file of products; written in the background. Fired once per export. */
export const exportRequested = defineEvent('catalog/export.requested', 1, z.object({ exportId: idSchema }));

/**
 * An imported file states how many of variants can be sold, over all locations, without what is being paid for. At most
 * 200 levels each; `countId` counts once.
 */
export const stockCounted = defineEvent(
  'catalog/stock.counted',
  1,
  z.object({
    countId: idSchema,
    levels: z.array(z.object({ variantId: idSchema, productId: idSchema, sellerId: idSchema, available: z.int() })),
  }),
);

/** A category was created, renamed, moved, merged, switched off, or its attributes changed. Its products' cards are due then. */
export const categoryChanged = defineEvent(
  'catalog/category.changed',
  1,
  z.object({ categoryId: idSchema, paths: z.array(z.string()), previousPaths: z.array(z.string()) }),
);

/** An administrator approved or rejected a product. Fired once per decision. */
export const productModerated = defineEvent(
  'catalog/product.moderated',
  1,
  z.object({
    productId: idSchema,
    sellerId: idSchema,
    title: z.string(),
    decision: z.enum(['approved', 'rejected']),
    reason: z.string(),
  }),
);
