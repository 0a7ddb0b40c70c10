import { idSchema, localeSchema } from '@mallhive/kernel';
import { z } from 'zod';
import { emailSchema, passwordSchema, sellerRoleSchema, sellerStatusSchema, userSchema } from './contract-shapes.ts';

/** The shapes that cross the edge of the identity domain. Routers declare them, clients get their types. */
export * from './contract-api-access.ts';
export * from './contract-security.ts';
export * from './contract-shapes.ts';

/** mutation identity.register (public): opens an account and mails a link to verify the address. UNPROCESSABLE_CONTENT `password_weak`. */
export const registerInput = z.object({
  email: emailSchema,
  name: z.string().trim().min(1).max(120),
  password: passwordSchema,
  /** Of the page: messages to the person are written in it. */
  locale: localeSchema.optional(),
});

/** The same whether or not the address already has an account: who wants to know tries to sign in. */
export const registerOutput = z.object({ ok: z.literal(true) });

/** query identity.me (public): null when nobody is signed in. */
export const meOutput = z.object({ user: userSchema.nullable() });

/** mutation identity.signOut (shopper): revokes the session of the caller; done twice it is still ok. */
export const signOutOutput = z.object({ ok: z.literal(true) });

/** A postal address, as used by the address book, checkout and orders. `country` is ISO 3166-1 alpha-2. */
export const postalAddressSchema = z.object({
  name: z.string().trim().min(1).max(120),
  line1: z.string().trim().min(1).max(200),
  line2: z.string().trim().max(200).default(''),
  city: z.string().trim().min(1).max(120),
  region: z.string().trim().max(120).default(''),
  postcode: z.string().trim().min(2).max(16),
  country: z.string().length(2).toUpperCase(),
  phone: z.string().trim().max(32).default(''),
});
export type PostalAddress = z.infer<typeof postalAddressSchema>;

/** query identity.addresses (shopper); mutation identity.saveAddress (shopper); mutation identity.removeAddress (shopper). */
export const savedAddressSchema = postalAddressSchema.extend({ id: idSchema, isDefault: z.boolean() });
export const addressesOutput = z.object({ addresses: z.array(savedAddressSchema) });
export const saveAddressInput = postalAddressSchema.extend({
  id: idSchema.optional(),
  isDefault: z.boolean().default(false),
});
export const removeAddressInput = z.object({ id: idSchema });
export const addressOutput = z.object({ address: savedAddressSchema });
export const removeAddressOutput = z.object({ ok: z.literal(true) });

/** What seed and import hand to the facade. Sellers are idempotent by slug, users by e-mail, customers by (source, sourceRef). */
export const sellerDraftSchema = z.object({
  slug: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  tagline: z.string().default(''),
  description: z.string().default(''),
  logoUrl: z.string().default(''),
  bannerUrl: z.string().default(''),
  country: z.string().length(2).toUpperCase().default('GB'),
  status: sellerStatusSchema.default('approved'),
  createdAt: z.date().optional(),
});
export type SellerDraft = z.input<typeof sellerDraftSchema>;

export const userDraftSchema = z.object({
  email: emailSchema,
  name: z.string().trim().min(1).max(120),
  password: passwordSchema,
  administrator: z.boolean().default(false),
  memberships: z.array(z.object({ sellerSlug: z.string(), role: sellerRoleSchema })).default([]),
});
export type UserDraft = z.input<typeof userDraftSchema>;

/** A customer known from elsewhere: has no password, cannot sign in. */
export const customerDraftSchema = z.object({
  source: z.string().min(1).max(60),
  sourceRef: z.string().min(1).max(120),
  email: emailSchema,
  name: z.string().trim().min(1).max(120),
});
export type CustomerDraft = z.input<typeof customerDraftSchema>;
