import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { JWT } from 'next-auth/jwt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAuthOptions } from './auth-options.ts';
import { readSessionConfig } from './config.ts';
import { readSignInError } from './sign-in-outcome.ts';
import { createSessionReader } from './token.ts';

const secret = 'a secret of more than thirty-two characters';
const user = { id: randomUUID(), email: 'ann@example.com', name: 'Ann', roles: ['shopper'] };
const sessionId = randomUUID();
const seen: { path: string; headers: IncomingMessage['headers']; body: unknown }[] = [];
let server: Server;
let answer = { status: 200, body: {} as unknown };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await text(request);
    seen.push({ path: request.url ?? '', headers: request.headers, body: body ? JSON.parse(body) : null });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

const request = (headers: Record<string, string> = {}) =>
  ({
    headers: { 'user-agent': 'Test/1', 'x-forwarded-for': '9.9.9.9', ...headers },
    socket: { remoteAddress: '10.0.0.7' },
  }) as unknown as IncomingMessage;
const cookies: string[] = [];
const response = { appendHeader: (_name: string, value: string) => cookies.push(value) } as unknown as ServerResponse;

const options = (headers: Record<string, string> = {}, trustedProxies = 0) => {
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = { providers: [], trustedProxies };
  return createAuthOptions(
    { apiUrl, secret, internalSecret: 'inside', secure: false, config },
    request(headers),
    response,
  );
};
interface Credentials {
  options: { authorize(credentials: object): Promise<unknown> };
}
const authorize = (credentials: object, headers: Record<string, string> = {}, trustedProxies = 0) => {
  const [provider] = options(headers, trustedProxies).providers as unknown as Credentials[];
  return provider?.options.authorize(credentials);
};
const refusal = (reason: string, details: unknown = null) => ({ error: { data: { reason, details } } });
const signedIn = { user, sessionId, expiresAt: '2030-01-01T00:00:00Z', device: 'device-token' };

test.each([
  ['a wrong password', 401, refusal('invalid_credentials'), { kind: 'wrong' }],
  [
    'a second factor',
    401,
    refusal('second_factor_required', { challenge: 'c.h' }),
    { kind: 'second_factor', challenge: 'c.h' },
  ],
  ['a wrong code', 401, refusal('code_invalid'), { kind: 'code_invalid' }],
  ['a challenge that is over', 401, refusal('challenge_invalid'), { kind: 'challenge_invalid' }],
  [
    'too many attempts',
    429,
    refusal('too_many_requests', { retryAfterSeconds: 42 }),
    { kind: 'too_many_requests', retryAfterSeconds: 42 },
  ],
  ['a broken API', 503, {}, { kind: 'failed' }],
  ['an answer that is none', 404, '<html>', { kind: 'failed' }],
])('%s is told to the page', async (_, status, body, expected) => {
  answer = { status, body };
  const error = await Promise.resolve(authorize({ email: user.email, password: 'x' })).then(
    () => null,
    (thrown: Error) => thrown,
  );
  expect(readSignInError(error?.message)).toEqual(expected);
});

test('neither field may be empty', async () => {
  seen.length = 0;
  expect(await authorize({ email: '', password: 'x' })).toBeNull();
  expect(await authorize({ challenge: 'c', code: '' })).toBeNull();
  expect(seen).toEqual([]);
  expect(readSignInError('CredentialsSignin')).toEqual({ kind: 'wrong' });
});

test("the API's answer becomes the token; the device is remembered and sent along", async () => {
  answer = { status: 200, body: { result: { data: signedIn } } };
  seen.length = 0;
  cookies.length = 0;
  const given = { email: user.email, password: 'right' };
  const result = (await authorize(given, { cookie: 'mh_device=earlier' })) as typeof user & { sessionId: string };
  expect(result).toEqual({ ...user, sessionId });
  expect(seen[0]).toMatchObject({
    path: '/api/trpc/identity.signIn',
    headers: { 'x-internal-secret': 'inside', 'x-forwarded-for': '10.0.0.7' },
    body: { ...given, userAgent: 'Test/1', device: 'earlier' },
  });
  expect(seen[0]?.headers['x-service-key']).toBeUndefined();
  expect(cookies).toEqual([
    expect.stringMatching(/^mh_device=device-token; Path=\/; HttpOnly; SameSite=Lax; Max-Age=/),
  ]);
  const token = await options().callbacks?.jwt?.({ token: {}, user: result, account: null, trigger: 'signIn' });
  expect(token).toEqual({ sub: user.id, sid: sessionId, name: 'Ann', email: user.email, roles: ['shopper'] });
});

test('the second step goes to its own procedure', async () => {
  answer = { status: 200, body: { result: { data: signedIn } } };
  seen.length = 0;
  await authorize({ challenge: 'c.h', code: '123456' });
  expect(seen[0]).toMatchObject({
    path: '/api/trpc/identity.signInSecondFactor',
    body: { challenge: 'c.h', code: '123456' },
  });
});

test('of X-Forwarded-For only what our own proxies wrote is believed', async () => {
  answer = { status: 200, body: { result: { data: signedIn } } };
  seen.length = 0;
  const headers = { 'x-forwarded-for': 'made-up, 203.0.113.9, 10.1.1.1' };
  for (const proxies of [0, 1, 2, 9]) await authorize({ email: user.email, password: 'x' }, headers, proxies);
  expect(seen.map((call) => call.headers['x-forwarded-for'])).toEqual([
    '10.0.0.7',
    '10.1.1.1',
    '203.0.113.9',
    '10.0.0.7',
  ]);
});

test('signing out tells the API which session ends', async () => {
  answer = { status: 200, body: {} };
  seen.length = 0;
  const token: JWT = { sub: user.id, sid: sessionId };
  await options().events?.signOut?.({ token, session: { user, expires: '' } });
  expect(seen[0]?.path).toBe('/api/trpc/identity.signOut');
  expect(await createSessionReader(secret)(seen[0]?.headers.cookie)).toEqual({ userId: user.id, sessionId });
});

test('after a change the page can have name and address read anew', async () => {
  answer = { status: 200, body: { result: { data: { user: { ...user, name: 'Anna' } } } } };
  const token: JWT = { sub: user.id, sid: sessionId, name: 'Ann', email: user.email, roles: ['shopper'] };
  const update = { token, user: undefined as never, account: null, trigger: 'update' as const };
  expect(await options().callbacks?.jwt?.(update)).toMatchObject({ name: 'Anna', sid: sessionId });
});

test.each([
  [{ AUTH_GOOGLE_ID: 'x' }, 'AUTH_GOOGLE_SECRET is missing for signing in with Google'],
  [{ AUTH_OIDC_ID: 'x', AUTH_OIDC_SECRET: 'y' }, 'AUTH_OIDC_ISSUER is missing for signing in with Single sign-on'],
  [{ AUTH_OIDC_ISSUER: 'nowhere' }, 'AUTH_OIDC_ISSUER must be an http or https address'],
  [{ TRUSTED_PROXIES: 'many' }, 'TRUSTED_PROXIES must be a number'],
])('a half configured issuer names the variable: %j', (env, message) => {
  expect(() => readSessionConfig(env)).toThrow(message);
});

test('no issuer is configured by default', () => {
  expect(readSessionConfig({ AUTH_GOOGLE_ID: '' })).toEqual({ providers: [], trustedProxies: 0 });
  const github = { AUTH_GITHUB_ID: 'x', AUTH_GITHUB_SECRET: 'y' };
  expect(readSessionConfig(github).providers).toEqual([
    { id: 'github', name: 'GitHub', clientId: 'x', clientSecret: 'y', issuer: 'https://github.com' },
  ]);
});
