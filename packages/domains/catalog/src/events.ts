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
