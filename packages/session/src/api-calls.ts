import { z } from 'zod';
import type { SignInError } from './sign-in-outcome.ts';
import { createSessionCookie, type SessionClaims, serviceKey } from './token.ts';
import type { Visitor } from './visitor.ts';

const userSchema = z.object({ id: z.string(), email: z.string(), name: z.string(), roles: z.array(z.string()) });
const signedInSchema = z.object({ user: userSchema, sessionId: z.string(), device: z.string() });
export type SignedIn = z.output<typeof signedInSchema>;

const externalSchema = z.discriminatedUnion('kind', [
  signedInSchema.extend({ kind: z.literal('signed_in') }),
  z.object({ kind: z.literal('second_factor'), challenge: z.string() }),
  z.object({ kind: z.literal('linked'), provider: z.string() }),
  z.object({ kind: z.literal('refused'), reason: z.string() }),
]);
export type ExternalOutcome = z.output<typeof externalSchema>;

const reply = <Schema extends z.ZodType>(data: Schema) => z.object({ result: z.object({ data }) });
const refusalSchema = z.object({
  error: z.object({
    data: z.object({ reason: z.string(), details: z.record(z.string(), z.unknown()).nullable().catch(null) }),
  }),
});

export interface ApiAccess {
  /** The API's origin. */
  apiUrl: string;
  /** INTERNAL_SECRET: makes the API believe the visitor's address that comes with the call. */
  internalSecret: string;
}

/** The API refused, in words that the sign-in page knows. */
export class SignInRefused extends Error {
  readonly outcome: SignInError;
  constructor(outcome: SignInError) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

function outcomeOf({ reason, details }: z.output<typeof refusalSchema>['error']['data']): SignInError {
  if (reason === 'second_factor_required')
    return { kind: 'second_factor', challenge: String(details?.challenge ?? '') };
  if (reason === 'code_invalid' || reason === 'challenge_invalid') return { kind: reason };
  if (reason === 'too_many_requests')
    return { kind: reason, retryAfterSeconds: Number(details?.retryAfterSeconds ?? 60) };
  return { kind: 'wrong' };
}

/** Throws SignInRefused when the API says no, an ordinary error when it cannot be asked. */
async function mutate(
  access: ApiAccess,
  procedure: string,
  input: unknown,
  headers: Record<string, string>,
): Promise<unknown> {
  const response = await fetch(`${access.apiUrl}/api/trpc/identity.${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(10_000),
  });
  if (response.status >= 500) throw new Error(`The API answered ${response.status} to identity.${procedure}`);
  if (response.ok) return response.json();
  const refusal = refusalSchema.safeParse(await response.json().catch(() => null));
  throw new SignInRefused(refusal.success ? outcomeOf(refusal.data.error.data) : { kind: 'failed' });
}

const vouched = (access: ApiAccess, visitor: Visitor) => ({
  'x-internal-secret': access.internalSecret,
  'x-forwarded-for': visitor.address,
});
const onDevice = ({ userAgent, device }: Visitor) => ({ userAgent, ...(device ? { device } : {}) });

export async function signIn(
  access: ApiAccess,
  credentials: { email: string; password: string } | { challenge: string; code: string },
  visitor: Visitor,
): Promise<SignedIn> {
  const procedure = 'code' in credentials ? 'signInSecondFactor' : 'signIn';
  const input = { ...credentials, ...onDevice(visitor) };
  return reply(signedInSchema).parse(await mutate(access, procedure, input, vouched(access, visitor))).result.data;
}

export interface Vouched {
  provider: string;
  subject: string;
  email: string | null;
  emailVerified: boolean;
  name: string;
}

/** Somebody came back from an outside issuer. `sessionId`: of the session that this browser has already. */
export async function signInExternal(
  access: ApiAccess,
  secret: string,
  person: Vouched,
  visitor: Visitor,
  sessionId: string | null,
): Promise<ExternalOutcome> {
  const input = { ...person, ...onDevice(visitor), locale: visitor.locale, sessionId };
  const headers = { ...vouched(access, visitor), 'x-service-key': serviceKey(secret) };
  return reply(externalSchema).parse(await mutate(access, 'signInExternal', input, headers)).result.data;
}

/** Ends the session on the API, so that a copy of the cookie is worth nothing. */
export async function signOut(access: ApiAccess, secret: string, claims: SessionClaims): Promise<void> {
  await fetch(`${access.apiUrl}/api/trpc/identity.signOut`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: await createSessionCookie(secret, claims) },
    signal: AbortSignal.timeout(10_000),
  });
}

/** What the page shows of the person, read anew; null when the session is over. */
export async function readMe(access: ApiAccess, secret: string, claims: SessionClaims) {
  const response = await fetch(`${access.apiUrl}/api/trpc/identity.me`, {
    headers: { cookie: await createSessionCookie(secret, claims) },
    signal: AbortSignal.timeout(10_000),
  });
  return response.ok
    ? reply(z.object({ user: userSchema.nullable() })).parse(await response.json()).result.data.user
    : null;
}
