import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiFixture, startApi } from '../testing/api-fixture.ts';

let api: ApiFixture;
beforeAll(async () => {
  api = await startApi({ MAILBOX: 'on' });
});
afterAll(() => api.close());

const headersOf = async (path: string, init?: RequestInit) => {
  const response = await fetch(api.url + path, init);
  await response.arrayBuffer();
  return response.headers;
};

const products = `/api/trpc/catalog.products?input=${encodeURIComponent('{"limit":1}')}`;

test.each([
  ['a query', products, {}],
  ['the same from memory', products, {}],
  ['an unknown procedure', '/api/trpc/no.such', {}],
  [
    'a refused write',
    '/api/trpc/cart.addItem',
    { method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } },
  ],
  ['a batch', '/api/trpc/identity.me,cart.get?batch=1&input=%7B%7D', {}],
  ['an address that is none', '/nothing/here', {}],
  ['health', '/readyz', {}],
  ['metrics', '/metrics', {}],
])('%s may do nothing in a browser', async (_name, path, init) => {
  const headers = await headersOf(path, init);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
});

test('the mailbox shows its styles and runs nothing', async () => {
  const policy = (await headersOf('/mailbox')).get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("style-src 'unsafe-inline'");
  expect(policy).not.toContain('script-src');
});
