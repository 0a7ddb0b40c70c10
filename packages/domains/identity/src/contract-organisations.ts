import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';
import { emailSchema, passwordSchema, sellerRoleSchema, sellerStatusSchema } from './contract-shapes.ts';

/**
 * Seller organisations: application and approval, team and invitations, and the audit log. All of the domain identity.
 * Seller procedures name `sellerId`; an organisation the caller does not belong to is FORBIDDEN, anything inside it that
 * is another's is NOT_FOUND.
 */

const when = z.iso.datetime();

export const shopSlugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Who stands behind a shop; only its owners and administrators see it. */
export const businessDetailsSchema = z.object({
  legalName: z.string().trim().min(2).max(200),
  country: z.string().length(2).toUpperCase(),
  contactName: z.string().trim().min(1).max(120),
  contactEmail: emailSchema,
  contactPhone: z.string().trim().max(32).default(''),
  /** For invoices: lines of an address, and the number under which tax is paid. */
  postalAddress: z.string().trim().max(400).default(''),
  taxNumber: z.string().trim().max(40).default(''),
});

const shopFace = {
  name: z.string().trim().min(2).max(80),
  tagline: z.string().trim().max(140).default(''),
  description: z.string().trim().max(4_000).default(''),
};

/** query identity.shopSlugFree (shopper) */
export const shopSlugFreeInput = z.object({ slug: shopSlugSchema });
export const shopSlugFreeOutput = z.object({ free: z.boolean() });

/**
 * mutation identity.applyToSell (shopper with a verified e-mail address): a pending organisation whose owner is the caller.
 * CONFLICT `slug_taken`; UNPROCESSABLE `too_many_organisations`. `id` is made by the form: the same form sent twice is one application.
 */
export const applyToSellInput = businessDetailsSchema.extend({
  ...shopFace,
  id: idSchema,
  slug: shopSlugSchema,
  acceptTerms: z.literal(true),
});
export const applyToSellOutput = z.object({ sellerId: idSchema, status: sellerStatusSchema });

export const organisationSchema = z.object({
  sellerId: idSchema,
  slug: z.string(),
  name: z.string(),
  tagline: z.string(),
  description: z.string(),
  country: z.string(),
  legalName: z.string(),
  contactName: z.string(),
  contactEmail: z.string(),
  contactPhone: z.string(),
  postalAddress: z.string(),
  taxNumber: z.string(),
  status: sellerStatusSchema,
  /** What the administrator wrote when they rejected or suspended; empty otherwise. */
  statusReason: z.string(),
  statusChangedAt: when,
  appliedAt: when,
  myRole: sellerRoleSchema,
  version: z.int(),
});
/** query identity.organisation (seller, any role; business details only for owners, empty for others) */
export const organisationInput = z.object({ sellerId: idSchema });
export const organisationOutput = z.object({ organisation: organisationSchema });

/**
 * mutation identity.updateOrganisation (seller: owner). CONFLICT `organisation_changed` when `version` is old.
 * mutation identity.reapplyToSell (seller: owner), rejected -> pending: UNPROCESSABLE `status_not_possible` otherwise.
 */
export const updateOrganisationInput = businessDetailsSchema.extend({
  ...shopFace,
  sellerId: idSchema,
  version: z.int(),
});
export const reapplyToSellInput = z.object({ sellerId: idSchema });

/** Open ones can be accepted. `expired` is shown until the invitation is sent again or revoked. */
export const invitationStateSchema = z.enum(['open', 'expired', 'accepted', 'revoked']);

/** query identity.team (seller, any role; e-mail addresses and invitations only for owners) */
export const teamInput = z.object({ sellerId: idSchema });
export const teamOutput = z.object({
  members: z.array(
    z.object({
      userId: idSchema,
      name: z.string(),
      email: z.string().nullable(),
      role: sellerRoleSchema,
      since: when,
      me: z.boolean(),
    }),
  ),
  invitations: z.array(
    z.object({
      id: idSchema,
      email: z.string(),
      role: sellerRoleSchema,
      state: z.enum(['open', 'expired']),
      invitedAt: when,
      expiresAt: when,
    }),
  ),
});

/**
 * All (seller: owner).
 * mutation identity.inviteMember: CONFLICT `already_member`; a second invitation of one address renews the first.
 * UNPROCESSABLE `too_many_members` beyond 100 members and open invitations.
 * mutation identity.resendInvitation: a new term, and a new mail. mutation identity.revokeInvitation: the link ends.
 * mutation identity.changeMemberRole, identity.removeMember: UNPROCESSABLE `last_owner`.
 * mutation identity.leaveOrganisation (seller, any role): UNPROCESSABLE `last_owner`.
 */
export const inviteMemberInput = z.object({ sellerId: idSchema, email: emailSchema, role: sellerRoleSchema });
export const inviteMemberOutput = z.object({ invitationId: idSchema, expiresAt: when });
export const invitationReference = z.object({ sellerId: idSchema, id: idSchema });
export const changeMemberRoleInput = z.object({ sellerId: idSchema, userId: idSchema, role: sellerRoleSchema });
export const removeMemberInput = z.object({ sellerId: idSchema, userId: idSchema });
export const leaveOrganisationInput = z.object({ sellerId: idSchema });

export const linkTokenSchema = z.string().min(20).max(200);
/** query identity.invitation (public; the token is the right): NOT_FOUND for a link that was never given. */
export const invitationInput = z.object({ token: linkTokenSchema });
export const invitationOutput = z.object({
  invitation: z.object({
    organisation: z.string(),
    role: sellerRoleSchema,
    email: z.string(),
    state: invitationStateSchema,
    expiresAt: when,
  }),
});
/** mutation identity.acceptInvitation (shopper): FORBIDDEN `invitation_for_another`, UNPROCESSABLE `invitation_over`. */
export const acceptInvitationInput = z.object({ token: linkTokenSchema });
/**
 * mutation identity.acceptInvitationAsNew (public): makes the account of the invited address, which the link has verified,
 * and joins. CONFLICT `account_exists`: sign in instead. Sign in with the password afterwards.
 */
export const acceptInvitationAsNewInput = z.object({
  token: linkTokenSchema,
  name: z.string().trim().min(1).max(120),
  password: passwordSchema,
});
export const acceptInvitationOutput = z.object({ sellerId: idSchema, email: z.string() });

/** query identity.sellers (administrator): oldest first among pending ones, else newest change first. */
export const sellersInput = z.object({
  status: sellerStatusSchema.optional(),
  query: z.string().trim().max(100).default(''),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(25),
});
export const sellerSummarySchema = z.object({
  sellerId: idSchema,
  slug: z.string(),
  name: z.string(),
  country: z.string(),
  status: sellerStatusSchema,
  appliedAt: when,
  statusChangedAt: when,
  memberCount: z.int(),
});
export const sellersOutput = z.object({
  items: z.array(sellerSummarySchema),
  counts: z.record(sellerStatusSchema, z.int()),
  nextCursor: z.string().nullable(),
});

/** query identity.sellerForReview (administrator) */
export const sellerForReviewInput = z.object({ sellerId: idSchema });
export const sellerForReviewOutput = z.object({
  seller: organisationSchema.omit({ myRole: true }),
  members: z.array(z.object({ userId: idSchema, name: z.string(), email: z.string(), role: sellerRoleSchema })),
});

/**
 * mutation identity.decideOnSeller (administrator): UNPROCESSABLE `status_not_possible` when the organisation is not in a
 * state for it (somebody else was first), with details.status.
 */
export const sellerDecisionSchema = z.enum(['approve', 'reject', 'suspend', 'reinstate']);
export type SellerDecision = z.infer<typeof sellerDecisionSchema>;
export const decideOnSellerInput = z
  .object({ sellerId: idSchema, decision: sellerDecisionSchema, reason: z.string().trim().max(1_000).default('') })
  .refine(({ decision, reason }) => reason !== '' || decision === 'approve' || decision === 'reinstate', {
    path: ['reason'],
    error: 'Say why: the seller is told.',
  });
export const decideOnSellerOutput = z.object({ status: sellerStatusSchema });

/**
 * query identity.auditLog (seller: owner) of one organisation; query identity.auditLogOfAll (administrator).
 * Newest first, all domains together. `actor` is null for what the shop did by itself.
 */
const auditFilter = {
  domain: z.string().max(40).optional(),
  actorUserId: idSchema.optional(),
  objectType: z.string().max(60).optional(),
  objectId: z.string().max(200).optional(),
  since: when.optional(),
  until: when.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(50),
};
export const auditLogInput = z.object({ ...auditFilter, sellerId: idSchema });
export const auditLogOfAllInput = z.object({ ...auditFilter, sellerId: idSchema.optional() });
export const auditLogOutput = z.object({
  items: z.array(
    z.object({
      id: idSchema,
      domain: z.string(),
      at: when,
      actor: z.object({ userId: idSchema, name: z.string() }).nullable(),
      actorKind: z.enum(['shopper', 'seller', 'administrator', 'api_key', 'system']),
      sellerId: idSchema.nullable(),
      sellerName: z.string().nullable(),
      action: z.string(),
      objectType: z.string(),
      objectId: z.string(),
      changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
    }),
  ),
  nextCursor: z.string().nullable(),
});
