import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/**
 * API access.
 *
 * Tokens, as JSON over HTTP (not tRPC), for apps that act for a person:
 * - `POST /auth/token` `{ grantType: 'password', email, password, code? }` or `{ grantType: 'refresh_token', refreshToken }`
 *   answers `{ accessToken, refreshToken, tokenType: 'Bearer', expiresIn }`. A refresh token works once; the second use ends the
 *   session with all its tokens.
 * - `POST /auth/revoke` `{ refreshToken }` ends the session; always 200.
 * - `GET /.well-known/jwks.json`: the public keys.
 *
 * Both kinds of credential go into `Authorization: Bearer …` of any tRPC or REST call. An access token is its user, with the user's
 * rights of this moment. An API key acts for its organisation, and only on procedures whose `meta.scope` it has.
 */
export const apiScopes = [
  'products:read',
  'products:write',
  'stock:read',
  'stock:write',
  'orders:read',
  'orders:write',
  'reviews:read',
  'reviews:write',
] as const;
export const apiScopeSchema = z.enum(apiScopes);

export const apiKeySchema = z.object({
  id: idSchema,
  name: z.string(),
  /** The beginning of the key, so that people recognise it: `mh_3f9a2c1b`. */
  prefix: z.string(),
  scopes: z.array(apiScopeSchema),
  createdAt: z.iso.datetime(),
  /** Null: does not expire. */
  expiresAt: z.iso.datetime().nullable(),
  /** Exact to a minute. */
  lastUsedAt: z.iso.datetime().nullable(),
  state: z.enum(['active', 'expired', 'revoked']),
});

/** query identity.apiKeys (seller: owner): newest first, revoked ones included for 90 days. */
export const apiKeysInput = z.object({ sellerId: idSchema });
export const apiKeysOutput = z.object({ keys: z.array(apiKeySchema) });

/** mutation identity.createApiKey (seller: owner, step-up): `key` is shown this once. UNPROCESSABLE_CONTENT `too_many_api_keys` (50). */
export const createApiKeyInput = z.object({
  sellerId: idSchema,
  name: z.string().trim().min(1).max(80),
  scopes: z.array(apiScopeSchema).min(1).max(apiScopes.length),
  /** Null: does not expire. */
  expiresInDays: z.int().min(1).max(730).nullable().default(90),
});
export const createApiKeyOutput = z.object({ key: z.string(), apiKey: apiKeySchema });

/** mutation identity.revokeApiKey (seller: owner): from the next request on. NOT_FOUND `api_key_not_found`. */
export const revokeApiKeyInput = z.object({ sellerId: idSchema, id: idSchema });

export const tokenRequestSchema = z.discriminatedUnion('grantType', [
  z.object({
    grantType: z.literal('password'),
    email: z.string().trim().toLowerCase().max(254),
    password: z.string().min(1).max(200),
    code: z.string().trim().max(20).optional(),
  }),
  z.object({ grantType: z.literal('refresh_token'), refreshToken: z.string().min(1).max(400) }),
]);
export const tokenReplySchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  tokenType: z.literal('Bearer'),
  /** Seconds. */
  expiresIn: z.int(),
});
