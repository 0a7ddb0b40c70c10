import { z } from 'zod';
import { createSessionCookie, type SessionClaims } from './token.ts';

const signInReply = z.object({
  result: z.object({
    data: z.object({
      user: z.object({ id: z.string(), email: z.string(), name: z.string(), roles: z.array(z.string()) }),
      sessionId: z.string(),
    }),
  }),
});
export type SignedIn = z.output<typeof signInReply>['result']['data'];

export interface ApiAccess {
  /** The API's origin. */
  apiUrl: string;
  /** INTERNAL_SECRET: makes the API believe the visitor's address that comes with the call. */
  internalSecret: string;
}

const timeout = () => AbortSignal.timeout(10_000);

/** Null when the credentials are refused; throws when the API cannot be asked. */
export async function signIn(
  access: ApiAccess,
  credentials: { email: string; password: string },
  visitor: { userAgent: string; address: string },
): Promise<SignedIn | null> {
  const response = await fetch(`${access.apiUrl}/api/trpc/identity.signIn`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-internal-secret': access.internalSecret,
      'x-forwarded-for': visitor.address,
    },
    body: JSON.stringify({ ...credentials, userAgent: visitor.userAgent.slice(0, 400) }),
    signal: timeout(),
  });
  if (response.status >= 500) throw new Error(`The API answered ${response.status} to a sign-in`);
  if (!response.ok) return null;
  return signInReply.parse(await response.json()).result.data;
}

/** Ends the session on the API, so that a copy of the cookie is worth nothing. */
export async function signOut(access: ApiAccess, secret: string, claims: SessionClaims): Promise<void> {
  await fetch(`${access.apiUrl}/api/trpc/identity.signOut`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: await createSessionCookie(secret, claims) },
    signal: timeout(),
  });
}
