import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { sessionTokenIn } from './cookie.ts';

export { sessionTokenIn } from './cookie.ts';

/** `sub` is the user, `sid` the session row that may have been revoked meanwhile: ask identity. */
const claimsSchema = z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.number() });

export interface SessionClaims {
  userId: string;
  sessionId: string;
}

/** As NextAuth 4 derives it. */
function encryptionKey(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'NextAuth.js Generated Encryption Key', 32));
}

/** What a web app's server shows the API when it asks for itself: a browser's call that it hands on does not get it. */
export function serviceKey(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', 'mallhive calls of web servers', 32)).toString('base64url');
}

/**
 * Reads NextAuth's session cookie without NextAuth. Null for a token that is absent, forged, foreign or over.
 * Decrypted tokens are remembered until they expire, because a page makes many requests with the same one.
 */
export function createSessionReader(
  secret: string,
): (cookieHeader: string | undefined) => Promise<SessionClaims | null> {
  const key = encryptionKey(secret);
  const known = new LRUCache<string, z.output<typeof claimsSchema>>({ max: 5_000 });

  return async (cookieHeader) => {
    const token = cookieHeader ? sessionTokenIn(cookieHeader) : null;
    if (!token) return null;
    let claims = known.get(token);
    if (!claims) {
      const decrypted = await jwtDecrypt(token, key, { clockTolerance: 15 }).catch(() => null);
      const parsed = claimsSchema.safeParse(decrypted?.payload);
      if (!parsed.success) return null;
      claims = parsed.data;
      known.set(token, claims);
    }
    if (claims.exp * 1000 < Date.now()) return null;
    return { userId: claims.sub, sessionId: claims.sid };
  };
}

/** A session cookie as the web apps set it, for calls on behalf of a user and for tests. */
export async function createSessionCookie(secret: string, claims: SessionClaims, seconds = 60): Promise<string> {
  const token = await new EncryptJWT({ sid: claims.sessionId })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setSubject(claims.userId)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .encrypt(encryptionKey(secret));
  return `next-auth.session-token=${token}`;
}
