import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { JWT } from 'next-auth/jwt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAuthOptions } from './auth-options.ts';
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

const options = () => {
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return createAuthOptions({ apiUrl, secret, internalSecret: 'inside', secure: false });
};
interface Credentials {
  options: { authorize(credentials: object, request: object): Promise<unknown> };
}
const authorize = (credentials: object) => {
  const [provider] = options().providers as unknown as Credentials[];
  return provider?.options.authorize(credentials, {
    headers: { 'user-agent': 'Test/1', 'x-forwarded-for': '9.9.9.9' },
  });
};

test('a refusal is nobody, a broken API is an error, and neither field may be empty', async () => {
  answer = { status: 401, body: {} };
  expect(await authorize({ email: user.email, password: 'wrong' })).toBeNull();
  answer = { status: 503, body: {} };
  await expect(authorize({ email: user.email, password: 'right' })).rejects.toThrow('503');
  seen.length = 0;
  expect(await authorize({ email: '', password: 'x' })).toBeNull();
  expect(seen).toEqual([]);
});

test("the API's answer becomes the token, with the visitor's address vouched for", async () => {
  answer = { status: 200, body: { result: { data: { user, sessionId, expiresAt: '2030-01-01T00:00:00Z' } } } };
  seen.length = 0;
  const result = (await authorize({ email: user.email, password: 'right' })) as typeof user & { sessionId: string };
  expect(result).toEqual({ ...user, sessionId });
  expect(seen[0]).toMatchObject({
    path: '/api/trpc/identity.signIn',
    headers: { 'x-internal-secret': 'inside', 'x-forwarded-for': '9.9.9.9' },
    body: { email: user.email, password: 'right', userAgent: 'Test/1' },
  });
  const token = await options().callbacks?.jwt?.({ token: {}, user: result, account: null, trigger: 'signIn' });
  expect(token).toEqual({ sub: user.id, sid: sessionId, name: 'Ann', email: user.email, roles: ['shopper'] });
});

test('signing out tells the API which session ends', async () => {
  answer = { status: 200, body: {} };
  seen.length = 0;
  const token: JWT = { sub: user.id, sid: sessionId };
  await options().events?.signOut?.({ token, session: { user, expires: '' } });
  expect(seen[0]?.path).toBe('/api/trpc/identity.signOut');
  expect(await createSessionReader(secret)(seen[0]?.headers.cookie)).toEqual({ userId: user.id, sessionId });
});
