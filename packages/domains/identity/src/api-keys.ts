import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Clock, newId, newToken } from '@mallhive/kernel';
import type { z } from 'zod';
import type { ApiKeyRepository, ApiKeyRow } from './api-key.repository.ts';
import type { apiKeySchema, apiScopeSchema } from './contract-api-access.ts';
import type { User } from './contract-shapes.ts';
import { apiKeyNotFound, notOwner, tokenInvalid, tooManyApiKeys } from './errors.ts';
import type { Caller, StepUp } from './step-up.ts';

type ApiKey = z.output<typeof apiKeySchema>;
type Scope = z.output<typeof apiScopeSchema>;

const maximumKeys = 50;
const day = 86_400_000;
/** Revoked ones are shown for so long. */
const keepRevokedMs = 90 * day;
const touchMs = 60_000;
const shape = /^(mh_[0-9a-f]{12})_([\w-]{43})$/;

/** True for a bearer credential that is meant to be an API key. */
export const looksLikeApiKey = (credential: string) => credential.startsWith('mh_');

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

/** A person with what they may do; the domain checks it again, whatever the edge did. */
type Member = Caller & Pick<User, 'memberships'>;

function demandOwner(caller: Member, sellerId: string): void {
  const role = caller.memberships.find((membership) => membership.sellerId === sellerId)?.role;
  if (role !== 'owner') throw notOwner();
}

function toApiKey(row: ApiKeyRow, now: Date): ApiKey {
  const { id, name, prefix, expiresAt } = row;
  const state = row.revokedAt ? 'revoked' : expiresAt && expiresAt <= now ? 'expired' : 'active';
  return {
    id,
    name,
    prefix,
    scopes: row.scopes as Scope[],
    createdAt: row.createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    state,
  };
}

/** What a call with an API key is: its organisation, reduced to the scopes of the key. */
export interface ApiKeyActor {
  key: { id: string; sellerId: string; scopes: string[] };
  /** In the role of a manager: what only owners may do, no key may. */
  user: User;
}

export function createApiKeys(deps: { keys: ApiKeyRepository; stepUp: StepUp; clock: Clock }) {
  const { keys, stepUp, clock } = deps;
  const audit = (caller: Caller, sellerId: string, action: string, objectId: string, at: Date) =>
    ({
      actor: { kind: 'seller', userId: caller.userId },
      sellerId,
      action,
      objectType: 'api_key',
      objectId,
      at,
    }) as const;

  return {
    list: async (caller: Member, sellerId: string): Promise<{ keys: ApiKey[] }> => {
      demandOwner(caller, sellerId);
      const now = clock.now();
      const rows = await keys.list(sellerId, new Date(now.getTime() - keepRevokedMs));
      return { keys: rows.map((row) => toApiKey(row, now)) };
    },

    /** The only time the whole key is seen; what is stored is its hash. */
    create: async (
      caller: Member,
      input: { sellerId: string; name: string; scopes: Scope[]; expiresInDays: number | null },
    ): Promise<{ key: string; apiKey: ApiKey }> => {
      const { sellerId, name, expiresInDays } = input;
      demandOwner(caller, sellerId);
      await stepUp.demand(caller);
      const now = clock.now();
      const secret = newToken();
      const prefix = `mh_${randomBytes(6).toString('hex')}`;
      const row = {
        id: newId(now.getTime()),
        sellerId,
        name,
        prefix,
        scopes: [...new Set(input.scopes)],
        createdBy: caller.userId,
        createdAt: now,
        expiresAt: expiresInDays === null ? null : new Date(now.getTime() + expiresInDays * day),
      };
      const entry = {
        ...audit(caller, sellerId, 'api_key.create', row.id, now),
        changes: { name: [null, name], scopes: [null, row.scopes] } as const,
      };
      if (!(await keys.insert({ ...row, keyHash: hashOf(secret) }, maximumKeys, entry))) {
        throw tooManyApiKeys(maximumKeys);
      }
      return { key: `${prefix}_${secret}`, apiKey: toApiKey({ ...row, lastUsedAt: null, revokedAt: null }, now) };
    },

    revoke: async (caller: Member, input: { sellerId: string; id: string }): Promise<{ ok: true }> => {
      demandOwner(caller, input.sellerId);
      const now = clock.now();
      const entry = audit(caller, input.sellerId, 'api_key.revoke', input.id, now);
      if (!(await keys.revoke(input.sellerId, input.id, now, entry))) throw apiKeyNotFound();
      return { ok: true };
    },

    /** Whose key this is, read anew each time. Throws `token_invalid`, also when the organisation is not approved. */
    find: async (credential: string): Promise<ApiKeyActor> => {
      const [, prefix, secret] = shape.exec(credential) ?? [];
      if (!prefix || !secret) throw tokenInvalid();
      const now = clock.now();
      const found = await keys.usable(prefix, now);
      const [given, expected] = [Buffer.from(hashOf(secret)), Buffer.from(found?.keyHash ?? hashOf(''))];
      if (!timingSafeEqual(given, expected) || found?.status !== 'approved') throw tokenInvalid();
      const before = new Date(now.getTime() - touchMs);
      if (!found.lastUsedAt || found.lastUsedAt < before) await keys.touch(found.id, now, before);
      const { id, sellerId, scopes, slug, sellerName, status } = found;
      return {
        key: { id, sellerId, scopes },
        user: {
          id: found.createdBy ?? id,
          email: '',
          name: `API key ${found.name}`,
          emailVerified: true,
          roles: ['seller'],
          memberships: [{ sellerId, slug, name: sellerName, role: 'manager', status }],
        },
      };
    },
  };
}
