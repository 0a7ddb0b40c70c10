import { type Identity, looksLikeApiKey } from '@mallhive/identity';
import { AppError } from '@mallhive/kernel';
import type { SessionClaims } from '@mallhive/session/token';
import type { ContextApiKey, ContextUser } from '@mallhive/trpc';

export interface Actor {
  user: ContextUser | null;
  sessionId: string | null;
  apiKey: ContextApiKey | null;
}

const nobody: Actor = { user: null, sessionId: null, apiKey: null };
const scheme = /^bearer +(\S+)$/i;

const tokenInvalid = () => new AppError('unauthenticated', 'token_invalid', 'These credentials are not valid.');

export type ActorIdentity = Pick<Identity, 'findSession' | 'readAccessToken' | 'findApiKey'>;

/**
 * Who asks, by one way for all kinds of credentials. A call with `Authorization` never acts by its cookie, and a wrong
 * credential is refused instead of ignored. Sessions and keys are read anew each time: what was revoked is over.
 */
export function createActorResolver(deps: {
  identity: ActorIdentity;
  readSession(cookieHeader: string | undefined): Promise<SessionClaims | null>;
}) {
  const { identity, readSession } = deps;

  const ofSession = async (claims: SessionClaims): Promise<Actor | null> => {
    const user = await identity.findSession(claims.sessionId);
    return user && user.id === claims.userId ? { user, sessionId: claims.sessionId, apiKey: null } : null;
  };

  return async (headers: { authorization?: string | undefined; cookie?: string | undefined }): Promise<Actor> => {
    if (headers.authorization !== undefined) {
      const credential = scheme.exec(headers.authorization)?.[1];
      if (!credential) throw tokenInvalid();
      if (looksLikeApiKey(credential)) {
        const { key, user } = await identity.findApiKey(credential);
        return { user, sessionId: null, apiKey: key };
      }
      const actor = await ofSession(await identity.readAccessToken(credential));
      if (!actor) throw tokenInvalid();
      return actor;
    }
    const claims = await readSession(headers.cookie);
    return (claims && (await ofSession(claims))) ?? nobody;
  };
}
