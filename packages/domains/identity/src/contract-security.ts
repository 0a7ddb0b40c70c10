import { defaultLocale, idSchema, localeSchema } from '@mallhive/kernel';
import { z } from 'zod';
import { emailSchema, passwordSchema, userSchema } from './contract-shapes.ts';

/**
 * Accounts and access. Refusals that several procedures have in common:
 * - UNAUTHORIZED `invalid_credentials`: e-mail address or password wrong, whatever the cause.
 * - FORBIDDEN `step_up_required`: the caller must prove again who they are (`identity.confirmIdentity`), then repeat the call.
 * - UNPROCESSABLE_CONTENT `password_weak`: details.problem is one of `passwordProblems`.
 * - BAD_REQUEST `link_invalid`: the link of a mail is unknown, used or over.
 * - TOO_MANY_REQUESTS `too_many_requests`: details.retryAfterSeconds.
 */
export const okOutput = z.object({ ok: z.literal(true) });

/** What is wrong with a password. `breached`: on the list of passwords that leaked elsewhere. */
export const passwordProblems = ['too_short', 'breached', 'too_guessable', 'too_personal'] as const;

/** mutation identity.checkPassword (public): for the meter beside the field; a mutation so that no address or log has the password. */
export const checkPasswordInput = z.object({
  password: z.string().max(200),
  /** What an attacker who knows the person would try first. */
  email: z.string().max(254).default(''),
  name: z.string().max(120).default(''),
});
export const checkPasswordOutput = z.object({
  /** 0 (guessed at once) to 4 (strong). */
  score: z.int().min(0).max(4),
  /** Null: register, resetPassword and changePassword would take it. */
  problem: z.enum(passwordProblems).nullable(),
});

/**
 * mutation identity.signIn (public): e-mail and password; opens a session. Called by NextAuth on the web apps' servers.
 * UNAUTHORIZED `invalid_credentials`; UNAUTHORIZED `second_factor_required` with details.challenge when the account has a
 * second factor; TOO_MANY_REQUESTS.
 */
export const signInInput = z.object({
  email: emailSchema,
  password: z.string().min(1).max(200),
  userAgent: z.string().max(400).optional(),
  /** The device token that an earlier sign-in answered: a known device is not slowed down by others' attempts. */
  device: z.string().max(400).optional(),
});
export const signInOutput = z.object({
  user: userSchema,
  sessionId: idSchema,
  expiresAt: z.iso.datetime(),
  /** Keep it on the device (HTTP-only cookie) and send it with the next sign-in. */
  device: z.string(),
});

/**
 * mutation identity.signInSecondFactor (public): the second step, with the challenge of the first, within five minutes. `code` is
 * the six digits of the app or a recovery code. UNAUTHORIZED `challenge_invalid` (begin again) or `code_invalid` (try again).
 */
export const signInSecondFactorInput = z.object({
  challenge: z.string().min(1).max(600),
  code: z.string().trim().min(6).max(20),
  userAgent: z.string().max(400).optional(),
  device: z.string().max(400).optional(),
});

/** mutation identity.verifyEmail (public): the link of the mail. A second click on a link that worked is fine. BAD_REQUEST `link_invalid`. */
export const linkTokenInput = z.object({ token: z.string().min(1).max(400) });
/** mutation identity.resendVerification (shopper): to the caller's own address; nothing is sent when it is verified already. */

/** mutation identity.requestPasswordReset (public): a mail with a link, if the account exists. The answer is the same either way. */
export const requestPasswordResetInput = z.object({ email: emailSchema });
/**
 * mutation identity.resetPassword (public): sets the password by the link of the mail, verifies the address with it, and ends every
 * session. BAD_REQUEST `link_invalid`, UNPROCESSABLE_CONTENT `password_weak`.
 */
export const resetPasswordInput = z.object({ token: z.string().min(1).max(400), password: passwordSchema });

/**
 * mutation identity.changePassword (shopper): ends all other sessions. `current` is needed when the account has a password
 * (`security.hasPassword`); without one it is a step-up. UNAUTHORIZED `invalid_credentials`, UNPROCESSABLE_CONTENT `password_weak`.
 */
export const changePasswordInput = z.object({ current: z.string().max(200).optional(), password: passwordSchema });

/** mutation identity.updateProfile (shopper) */
export const updateProfileInput = z.object({ name: z.string().trim().min(1).max(120) });
export const profileOutput = z.object({ user: userSchema });

/** query identity.language, mutation identity.setLanguage (shopper): the language of messages to the person. */
export const languageSchema = z.object({ locale: localeSchema });

/** mutation identity.requestEmailChange (shopper, step-up): a link to the new address; the same answer when it is somebody's already. */
export const requestEmailChangeInput = z.object({ email: emailSchema });
/**
 * mutation identity.confirmEmailChange (public): the link of the mail to the new address; the old one gets a notice.
 * Input is linkTokenInput. BAD_REQUEST `link_invalid`.
 */

/**
 * mutation identity.confirmIdentity (shopper): step-up. Good for 15 minutes of this session; so is a fresh sign-in. Password, or a
 * code of the second factor (six digits or a recovery code). With a second factor only the code counts.
 * UNAUTHORIZED `invalid_credentials` or `code_invalid`.
 */
export const confirmIdentityInput = z.union([
  z.object({ password: z.string().min(1).max(200) }),
  z.object({ code: z.string().trim().min(6).max(20) }),
]);

/** query identity.security (shopper): everything the security page shows. */
export const securityOutput = z.object({
  email: z.string(),
  emailVerified: z.boolean(),
  /** An address that waits for its confirmation. */
  pendingEmail: z.string().nullable(),
  hasPassword: z.boolean(),
  passwordChangedAt: z.iso.datetime().nullable(),
  secondFactor: z.object({
    enabled: z.boolean(),
    since: z.iso.datetime().nullable(),
    recoveryCodesLeft: z.int(),
  }),
  linkedAccounts: z.array(z.object({ provider: z.string(), email: z.string(), linkedAt: z.iso.datetime() })),
  /** Until when sensitive changes need no new proof; null: `confirmIdentity` first. */
  confirmedUntil: z.iso.datetime().nullable(),
});

/** query identity.sessions (shopper): where the caller is signed in, last used first. */
export const sessionSchema = z.object({
  id: idSchema,
  userAgent: z.string(),
  /** How it was opened: `password`, `google`, `github`, `oidc`, `token` (an app with API tokens). */
  method: z.string(),
  createdAt: z.iso.datetime(),
  /** Exact to ten minutes. */
  lastUsedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  current: z.boolean(),
});
export const sessionsOutput = z.object({ sessions: z.array(sessionSchema) });
/** mutation identity.revokeSession (shopper): own sessions only; a session that is not there any more is fine. */
export const revokeSessionInput = z.object({ id: idSchema });
/** mutation identity.revokeOtherSessions (shopper): all but the one that asks. */
export const revokeOtherSessionsOutput = z.object({ revoked: z.int() });

/** mutation identity.startSecondFactor (shopper, step-up): a new secret, not in force before `confirmSecondFactor`. CONFLICT `second_factor_on`. */
export const startSecondFactorOutput = z.object({
  /** To be typed into an app by hand. */
  secret: z.string(),
  /** `otpauth://…` */
  uri: z.string(),
  /** A picture of it, `data:image/svg+xml…`. */
  qr: z.string(),
});
/** mutation identity.confirmSecondFactor (shopper, step-up): proves that the app works; the codes are shown once. UNPROCESSABLE_CONTENT `code_invalid`. */
export const confirmSecondFactorInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
});
export const recoveryCodesOutput = z.object({ recoveryCodes: z.array(z.string()) });
/** mutation identity.renewRecoveryCodes (shopper, step-up): the old ones are worth nothing from now on. CONFLICT `second_factor_off`. */
/** mutation identity.removeSecondFactor (shopper, step-up): done twice it is still ok. */

/** mutation identity.signInExternal (service): called by NextAuth on the web apps' servers after the issuer vouched for somebody. */
export const providerSchema = z.enum(['google', 'github', 'oidc']);
export const signInExternalInput = z.object({
  provider: providerSchema,
  /** Who the issuer says it is, unique at the issuer. */
  subject: z.string().min(1).max(255),
  email: emailSchema.nullable(),
  /** True only if the issuer says that it checked the address. */
  emailVerified: z.boolean(),
  name: z.string().trim().max(120),
  userAgent: z.string().max(400).default(''),
  /** Of the visitor, for a new account; one that the shop does not speak is English. */
  locale: localeSchema.catch(defaultLocale).default(defaultLocale),
  /** The session that the visitor has already, when they came to link an account to it. */
  sessionId: idSchema.nullable().default(null),
});
/** `linked`: the external account now belongs to the account of `sessionId`; no new session was opened. */
export const signInExternalOutput = z.discriminatedUnion('kind', [
  signInOutput.extend({ kind: z.literal('signed_in') }),
  z.object({ kind: z.literal('second_factor'), challenge: z.string() }),
  z.object({ kind: z.literal('linked'), provider: providerSchema }),
  z.object({
    kind: z.literal('refused'),
    /**
     * `email_unverified`: the issuer does not vouch for the address. `link_first`: the address has an account here; sign in to it, then
     * link. `linked_elsewhere`: it belongs to another account here. `disabled`.
     */
    reason: z.enum(['email_unverified', 'link_first', 'linked_elsewhere', 'disabled']),
  }),
]);

/** mutation identity.allowLink (shopper, step-up): the next sign-in with `provider` in this browser within five minutes links it to this account. */
export const providerInput = z.object({ provider: providerSchema });
/** mutation identity.unlinkExternal (shopper, step-up): CONFLICT `last_sign_in_method` when nothing else would let the person in. */
