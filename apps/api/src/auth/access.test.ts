import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiFixture, startApi } from '../testing/api-fixture.ts';

const password = 'quiet otters paint fences';
let api: ApiFixture;
beforeAll(async () => {
  api = await startApi({ AUTH_LIMIT_FACTOR: '100' });
});
afterAll(() => api.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const bearer = (credential: string) => ({ authorization: `Bearer ${credential}` });
const tokensOf = async (email: string) => {
  await api.composition.facades.identity.register({ email, name: 'Ann', password });
  const reply = await post('/auth/token', { grantType: 'password', email, password });
  expect(reply.status).toBe(200);
  expect(reply.headers.get('cache-control')).toBe('no-store');
  return (await reply.json()) as { accessToken: string; refreshToken: string };
};
const me = async (headers: Record<string, string>) => {
  const response = await api.query('identity.me', undefined, headers);
  const body = (await response.json()) as {
    result?: { data: { user: { email: string } | null } };
    error?: { data: { reason: string } };
  };
  return body.result ? (body.result.data.user?.email ?? null) : `${response.status} ${body.error?.data.reason}`;
};
const reasonOf = async (response: Response) =>
  `${response.status} ${((await response.json()) as { error: { data?: { reason: string }; reason?: string } }).error.data?.reason}`;

/** An organisation with its owner, signed in and verified. */
async function openShop(slug: string) {
  const { identity } = api.composition.facades;
  const sellerId = (await identity.upsertSellers([{ slug, name: slug }])).get(slug) ?? '';
  const email = `${slug}@example.com`;
  const memberships = [{ sellerSlug: slug, role: 'owner' as const }];
  await identity.upsertUsers([{ email, name: 'Owner', password, memberships }]);
  const { user, sessionId } = await identity.signIn({ email, password });
  const caller = { userId: user.id, sessionId, memberships: user.memberships };
  const key = (scopes: Parameters<typeof identity.createApiKey>[1]['scopes']) =>
    identity.createApiKey(caller, { sellerId, name: 'Test', scopes, expiresInDays: 1 });
  return { sellerId, caller, key };
}

test('a token is its user, and nobody once its session is over', async () => {
  const { accessToken, refreshToken } = await tokensOf('token@example.com');
  expect(await me(bearer(accessToken))).toBe('token@example.com');
  const renewed = await post('/auth/token', { grantType: 'refresh_token', refreshToken });
  const next = (await renewed.json()) as { accessToken: string; refreshToken: string };
  expect(await me(bearer(next.accessToken))).toBe('token@example.com');
  expect((await post('/auth/revoke', { refreshToken: next.refreshToken })).status).toBe(200);
  expect(await me(bearer(next.accessToken))).toBe('401 token_invalid');
  expect(await me(bearer(accessToken))).toBe('401 token_invalid');
  expect((await post('/auth/token', { grantType: 'refresh_token', refreshToken: next.refreshToken })).status).toBe(401);
});

test.each(['Bearer', 'Bearer nonsense', 'Basic YTpi', 'Bearer mh_x', 'Bearer a.b.c'])(
  'a credential that is none is refused, not ignored, also beside a cookie that is good: %s',
  async (authorization) => {
    const { cookie } = await api.signIn('cookie@example.com');
    expect(await me({ authorization, cookie })).toBe('401 token_invalid');
  },
);

test('who brings a credential along never acts by a cookie, and needs no origin', async () => {
  const { accessToken } = await tokensOf('both@example.com');
  const { cookie } = await api.signIn('other@example.com');
  expect(await me({ ...bearer(accessToken), cookie })).toBe('both@example.com');
  const rename = (headers: Record<string, string>) => api.mutate('identity.updateProfile', { name: 'New' }, headers);
  expect((await rename({ ...bearer(accessToken), origin: 'https://elsewhere.example' })).status).toBe(200);
  expect(await reasonOf(await rename({ cookie, origin: 'https://elsewhere.example' }))).toBe('403 origin_not_trusted');
  const guest = await api.query('cart.get', undefined, {
    ...bearer(accessToken),
    cookie: 'mh_cart=abcdefghijklmnopqrstuvwx',
  });
  expect(guest.status).toBe(200);
});

test('tokens are given for JSON from no other page, and what is wrong with a request never repeats it', async () => {
  const form = await fetch(`${api.url}/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grantType=password',
  });
  expect(form.status).toBe(400);
  const body = { grantType: 'password', email: 'a@example.com', password: 'x' };
  expect((await post('/auth/token', body, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await post('/auth/token', body)).status).toBe(401);
  const bad = await post('/auth/token', { grantType: 'password', email: 7, password: ['secret-word'] });
  expect(bad.status).toBe(400);
  expect(await bad.text()).not.toContain('secret-word');
  expect((await post('/auth/token', { grantType: 'implicit' })).status).toBe(400);
  expect((await fetch(`${api.url}/auth/token`)).status).toBe(404);
});

test('the published keys may be kept for a while', async () => {
  const reply = await fetch(`${api.url}/.well-known/jwks.json`);
  expect(reply.headers.get('cache-control')).toBe('public, max-age=300');
  expect(await reply.json()).toMatchObject({ keys: [{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' }] });
});

test('an API key does nothing that no scope opens, whatever its maker may do', async () => {
  const { sellerId, caller, key } = await openShop('scopes');
  const { key: credential } = await key(['products:read', 'products:write', 'stock:read', 'orders:read']);
  const closed: [string, unknown][] = [
    ['identity.security', undefined],
    ['identity.addresses', undefined],
    ['identity.apiKeys', { sellerId }],
  ];
  for (const [procedure, input] of closed) {
    expect(await reasonOf(await api.query(procedure, input, bearer(credential)))).toBe('403 scope_missing');
  }
  const write = await api.mutate(
    'identity.createApiKey',
    { sellerId, name: 'More', scopes: ['orders:read'] },
    bearer(credential),
  );
  expect(await reasonOf(write)).toBe('403 scope_missing');
  expect(await me(bearer(credential))).toBeNull();
  const { identity } = api.composition.facades;
  const [listed] = (await identity.listApiKeys(caller, sellerId)).keys;
  expect(listed?.lastUsedAt).not.toBeNull();
  await identity.revokeApiKey(caller, { sellerId, id: listed?.id ?? '' });
  expect(await me(bearer(credential))).toBe('401 token_invalid');
});

test('signing out, a new password and a lost role count from the next request, for cookies and tokens', async () => {
  const { identity } = api.composition.facades;
  const { sellerId, caller } = await openShop('roles');
  const reply = await post('/auth/token', { grantType: 'password', email: 'roles@example.com', password });
  const { accessToken } = (await reply.json()) as { accessToken: string };
  const keys = async () => (await api.query('identity.apiKeys', { sellerId }, bearer(accessToken))).status;
  expect(await keys()).toBe(200);
  const where = { userId_sellerId: { userId: caller.userId, sellerId } };
  await api.database.db.prisma.membership.update({ where, data: { role: 'manager' } });
  expect(await keys()).toBe(403);
  await api.database.db.prisma.membership.update({ where, data: { role: 'owner' } });
  expect(await keys()).toBe(200);
  await identity.changePassword(caller, { current: password, password: 'brisk walnut harbour 12' });
  expect(await keys()).toBe(401);
});

test('who has not verified the address reads, and changes nothing, for a seller', async () => {
  const { sellerId, caller } = await openShop('unverified');
  await api.database.db.prisma.user.update({ where: { id: caller.userId }, data: { emailVerifiedAt: null } });
  const { cookie } = await api.sessionOf(caller);
  expect((await api.query('identity.apiKeys', { sellerId }, { cookie })).status).toBe(200);
  const create = await api.mutate(
    'identity.createApiKey',
    { sellerId, name: 'K', scopes: ['orders:read'] },
    { cookie },
  );
  expect(await reasonOf(create)).toBe('403 email_unverified');
});

test('a browser cannot say whom an issuer vouched for, not even by way of our own servers', async () => {
  const input = { provider: 'google', subject: '1', email: 'x@example.com', emailVerified: true, name: 'X' };
  const internal = { 'x-internal-secret': 'test secret of thirty-two characters or more too' };
  for (const headers of [{}, internal, { ...internal, 'x-service-key': 'guess' }]) {
    expect(await reasonOf(await api.mutate('identity.signInExternal', input, headers))).toBe('403 not_allowed');
  }
});
