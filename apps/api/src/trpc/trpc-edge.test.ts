import { newId } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiFixture, startApi } from '../testing/api-fixture.ts';

let api: ApiFixture;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

interface ErrorBody {
  error: {
    message: string;
    data: { code: string; httpStatus: number; reason: string; details: unknown; requestId: string };
  };
}
const errorOf = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as ErrorBody).error.data,
});

test.each([
  ['an unknown procedure', () => api.query('catalog.nothing'), 404, 'not_found'],
  ['no input', () => api.query('catalog.product'), 400, 'invalid_input'],
  ['input of another type', () => api.query('catalog.product', 7), 400, 'invalid_input'],
  ['input that is not JSON', () => fetch(`${api.url}/api/trpc/catalog.product?input=%7Bx`), 400, 'bad_request'],
  ['a thing that does not exist', () => api.query('catalog.product', { slug: 'nowhere' }), 404, 'product_not_found'],
  ['a write as a read', () => api.query('cart.addItem', { variantId: newId() }), 405, 'method_not_supported'],
  ['a read of one who must sign in', () => api.query('identity.addresses'), 401, 'sign_in_required'],
  [
    "another's organisation",
    () => api.query('cart.stock', { sellerId: newId(), variantIds: [] }),
    401,
    'sign_in_required',
  ],
  [
    'a wrong password',
    () => api.mutate('identity.signIn', { email: 'a@example.com', password: 'x' }),
    401,
    'invalid_credentials',
  ],
  [
    'a body that is not JSON',
    () =>
      fetch(`${api.url}/api/trpc/cart.addItem`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{x',
      }),
    400,
    'bad_request',
  ],
  [
    'a form of another site',
    () =>
      fetch(`${api.url}/api/trpc/cart.addItem`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'a=b',
      }),
    400,
    'json_required',
  ],
  [
    'a foreign origin',
    () => api.mutate('cart.addItem', {}, { origin: 'https://evil.example' }),
    403,
    'origin_not_trusted',
  ],
  ['a huge body', () => api.mutate('cart.addItem', { variantId: 'x'.repeat(600_000) }), 413, 'payload_too_large'],
])('%s is refused with a reason, not a fault', async (_, call, status, reason) => {
  const response = await call();
  expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  const error = await errorOf(response);
  expect(error).toMatchObject({ status, reason, httpStatus: status });
  expect(error.requestId).toBe(response.headers.get('x-request-id'));
});

test('strange input to every procedure is never a fault', { timeout: 120_000 }, async () => {
  const { cookie } = await api.signIn('strange@example.com');
  const { createAppRouter } = await import('@mallhive/api-contract');
  const procedures = Object.entries(createAppRouter(api.composition.facades)._def.procedures);
  const inputs = [
    undefined,
    null,
    0,
    '',
    '\u0000',
    [],
    {},
    { id: '\u0000', slug: '\u0000', query: '\u0000', cursor: '%%%' },
    { sellerId: newId() },
  ];
  const faults: string[] = [];
  for (const [path, procedure] of procedures) {
    const { type } = (procedure as unknown as { _def: { type: string } })._def;
    for (const input of inputs) {
      const call = type === 'query' ? api.query : api.mutate;
      const response = await call(path, input, { cookie });
      if (response.status >= 500) faults.push(`${path} ${JSON.stringify(input)}: ${response.status}`);
      await response.text();
    }
  }
  expect(procedures.length).toBeGreaterThan(20);
  expect(faults).toEqual([]);
});

test('a batch has its limit, and one failure in it leaves the others alone', async () => {
  const many = Array.from({ length: 11 }, () => 'identity.me').join(',');
  expect((await fetch(`${api.url}/api/trpc/${many}?batch=1&input=%7B%7D`)).status).toBe(400);
  const input = encodeURIComponent(JSON.stringify({ 1: { slug: 'nowhere' } }));
  const response = await fetch(`${api.url}/api/trpc/identity.me,catalog.product?batch=1&input=${input}`);
  expect(response.status).toBe(207);
  expect(await response.json()).toMatchObject([
    { result: { data: { user: null } } },
    { error: { data: { reason: 'product_not_found' } } },
  ]);
});

test('a revoked session is nobody with the next request', async () => {
  const { cookie, userId, sessionId } = await api.signIn('ann@example.com');
  const me = async () =>
    (
      (await (await api.query('identity.me', undefined, { cookie })).json()) as {
        result: { data: { user: { id: string } | null } };
      }
    ).result.data.user;
  expect((await me())?.id).toBe(userId);
  expect((await api.mutate('identity.signOut', undefined, { cookie })).status).toBe(200);
  expect(await me()).toBeNull();
  expect((await api.mutate('identity.signOut', undefined, { cookie })).status).toBe(200);
  const row = await api.database.db.prisma.session.findUniqueOrThrow({ where: { id: sessionId } });
  expect(row.revokedAt).not.toBeNull();
});

test("a caller's request id is kept when it is one, and personal answers are not stored by anybody", async () => {
  const kept = await api.query('identity.me', undefined, { 'x-request-id': 'shell-12345678' });
  expect(kept.headers.get('x-request-id')).toBe('shell-12345678');
  expect(kept.headers.get('cache-control')).toBe('private, no-store');
  const replaced = await api.query('identity.me', undefined, { 'x-request-id': 'a b<script>' });
  expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('every procedure declares its output and its policy', async () => {
  const { createAppRouter } = await import('@mallhive/api-contract');
  const lacking = Object.entries(createAppRouter(api.composition.facades)._def.procedures).flatMap(
    ([path, procedure]) => {
      const { output, meta } = (procedure as unknown as { _def: { output?: unknown; meta?: { policy?: string } } })
        ._def;
      return [...(output ? [] : [`${path}: output`]), ...(meta?.policy ? [] : [`${path}: policy`])];
    },
  );
  expect(lacking).toEqual([]);
});
