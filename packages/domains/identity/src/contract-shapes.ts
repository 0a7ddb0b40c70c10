import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** What the contracts of this domain share. */
export const roleSchema = z.enum(['shopper', 'seller', 'administrator']);
export const sellerRoleSchema = z.enum(['owner', 'manager', 'fulfilment']);

/** pending -> approved | rejected; rejected -> pending (applied again); approved <-> suspended. */
export const sellerStatusSchema = z.enum(['pending', 'approved', 'suspended', 'rejected']);
export type SellerStatus = z.infer<typeof sellerStatusSchema>;

export const emailSchema = z.string().trim().toLowerCase().pipe(z.email().max(254));
/** A new password. Length is only the first test: the domain refuses leaked and guessable ones (`password_weak`). */
export const passwordSchema = z.string().min(10).max(200);

export const membershipSchema = z.object({
  sellerId: idSchema,
  slug: z.string(),
  name: z.string(),
  role: sellerRoleSchema,
  /** Of the organisation. While it is not approved its people may read. */
  status: sellerStatusSchema,
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
