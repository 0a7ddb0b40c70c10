import type { Clock } from '@mallhive/kernel';
import { createAccessTokens } from './access-tokens.ts';
import type { createAccounts } from './accounts-facade.ts';
import { createApiKeyRepository } from './api-key.repository.ts';
import { createApiKeys } from './api-keys.ts';
import { createApiTokens } from './api-tokens.ts';
import { createRefreshTokenRepository } from './refresh-token.repository.ts';
import { createSigningKeyRepository } from './signing-key.repository.ts';
import type { Vault } from './vault/vault.ts';

interface Dependencies {
  db: Parameters<typeof createApiKeyRepository>[0];
  vault: Vault;
  clock: Clock;
  /** The address that tokens name as theirs. */
  issuer: string;
  accounts: ReturnType<typeof createAccounts>;
}

/** Tokens for apps that act for a person, and API keys of organisations. */
export function createApiAccess({ db, vault, clock, issuer, accounts }: Dependencies) {
  const { facade, internals } = accounts;
  const tokens = createAccessTokens({ keys: createSigningKeyRepository(db, vault), clock, issuer });
  const api = createApiTokens({
    tokens,
    refresh: createRefreshTokenRepository(db),
    limits: internals.limits,
    clock,
    signIn: facade.signIn,
    signInSecondFactor: facade.signInSecondFactor,
  });
  const keys = createApiKeys({ keys: createApiKeyRepository(db), stepUp: internals.stepUp, clock });
  return {
    issueTokens: api.issue,
    refreshTokens: api.refresh,
    revokeTokens: api.revoke,
    /** Who an access token is, and by which session; ask `findSession` whether it still counts. Throws `token_invalid`. */
    readAccessToken: tokens.read,
    publicKeys: tokens.publicKeys,
    rotateSigningKeys: tokens.rotate,
    listApiKeys: keys.list,
    createApiKey: keys.create,
    revokeApiKey: keys.revoke,
    findApiKey: keys.find,
  };
}
