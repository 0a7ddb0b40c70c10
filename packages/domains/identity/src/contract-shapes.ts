import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** What the contracts of this domain share. */
export const roleSchema = z.enum(['shopper', 'seller', 'administrator']);
export const sellerRoleSchema = z.enum(['owner', 'manager', 'fulfilment']);

export const emailSchema = z.string().trim().toLowerCase().pipe(z.email().max(254));
/** A new password. Length is only the first test: the domain refuses leaked and guessable ones (`password_weak`). */
export const passwordSchema = z.string().min(10).max(200);

export const membershipSchema = z.object({
  sellerId: idSchema,
  slug: z.string(),
  name: z.string(),
  role: sellerRoleSchema,
});

export const userSchema = z.object({
  id: idSchema,
  email: z.string(),
  name: z.string(),
  /** False: may shop, may not act for a seller. */
  emailVerified: z.boolean(),
  roles: z.array(roleSchema),
  memberships: z.array(membershipSchema),
});
export type User = z.infer<typeof userSchema>;
