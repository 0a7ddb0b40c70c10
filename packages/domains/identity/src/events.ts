import { defineEvent, idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** Somebody registered. Fired once per user, in the transaction that creates the row. */
export const userRegistered = defineEvent(
  'identity/user.registered',
  1,
  z.object({ userId: idSchema, email: z.string(), name: z.string() }),
);

/** A seller organisation was created or its public face changed. Catalog keeps a copy for product pages. */
export const sellerChanged = defineEvent(
  'identity/seller.changed',
  1,
  z.object({
    sellerId: idSchema,
    slug: z.string(),
    name: z.string(),
    tagline: z.string(),
    description: z.string(),
    logoUrl: z.string(),
    bannerUrl: z.string(),
    country: z.string(),
  }),
);
