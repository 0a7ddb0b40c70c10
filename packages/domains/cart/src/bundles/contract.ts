import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/**
 * mutation cart.setBundle (seller: owner, manager): what one of a variant consists of; no parts make it an ordinary one again.
 * All of the same seller. NOT_FOUND `stock_not_found`; CONFLICT `bundle_nested`, `bundle_has_stock`.
 */
export const setBundleInput = z
  .object({
    sellerId: idSchema,
    variantId: idSchema,
    parts: z.array(z.object({ variantId: idSchema, quantity: z.int().min(1).max(99) })).max(20),
  })
  .refine(({ parts }) => new Set(parts.map((part) => part.variantId)).size === parts.length, {
    error: 'must be named once each',
    path: ['parts'],
  })
  .refine(({ variantId, parts }) => parts.every((part) => part.variantId !== variantId), {
    error: 'must be others',
    path: ['parts'],
  });
export const setBundleOutput = z.object({ saved: z.literal(true) });
