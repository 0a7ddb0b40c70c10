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

/** A link was made by which somebody shows that an address is theirs. Only its id: the mail job asks for the link itself. */
export const linkRequested = defineEvent(
  'identity/link.requested',
  1,
  z.object({ linkId: idSchema, kind: z.enum(['verify_email', 'reset_password', 'change_email']) }),
);

/** Somebody tried to register with an address that has an account. Its owner is told. */
export const registrationRepeated = defineEvent('identity/registration.repeated', 1, z.object({ userId: idSchema }));

/** An address was shown to belong to its user, for the first time. */
export const emailVerified = defineEvent('identity/email.verified', 1, z.object({ userId: idSchema }));

/** The address changed; the link knows the old one, for the notice to it. */
export const emailChanged = defineEvent('identity/email.changed', 1, z.object({ userId: idSchema, linkId: idSchema }));

/** Something that lets people in changed. The person is told by mail. */
export const securityChanged = defineEvent(
  'identity/security.changed',
  1,
  z.object({
    userId: idSchema,
    change: z.enum([
      'password_changed',
      'password_reset',
      'second_factor_on',
      'second_factor_off',
      'recovery_codes_renewed',
      'recovery_code_used',
      'account_linked',
      'account_unlinked',
      'tokens_reused',
    ]),
    /** For linked accounts: the provider. */
    detail: z.string().default(''),
  }),
);

/** Somebody signed in on a device that does not show that it did before. The person is told, unless it is their first sign-in. */
export const deviceAdded = defineEvent('identity/device.added', 1, z.object({ userId: idSchema, sessionId: idSchema }));

export * from './events-organisations.ts';
export * from './events-personal-data.ts';
