import type { IncomingMessage, ServerResponse } from 'node:http';
import { newId } from '@mallhive/kernel';
import { beforeEach, expect, test, vi } from 'vitest';
import { createPublicCache, type PublicCache } from './public-cache.ts';

const changed = 'catalog/product.changed';
const product = { seconds: 60, events: [changed], match: 'mentions' } as const;
const list = { seconds: 60, events: [changed] } as const;
const [mug, lamp] = [newId(), newId()];
let cache: PublicCache;

function get(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const sent: { status?: number; headers?: string[]; body?: string } = {};
  const response = {
    writeHead: (status: number, all: string[]) => Object.assign(sent, { status, headers: all }),
    end: (body?: Buffer) => Object.assign(sent, { body: body?.toString() }),
  };
  const served = cache.serve(
    { method, url, headers } as unknown as IncomingMessage,
    response as unknown as ServerResponse,
  );
  return served ? sent : null;
}
const store = (url: string, policies: Parameters<PublicCache['store']>[0]['policies'], body: string) =>
  cache.store({ url, policies, body, bytes: Buffer.from(body), began: cache.begin() });
const event = (productId: string) => ({ names: [changed], events: [{ name: changed, data: { productId } }] });

beforeEach(() => {
  cache = createPublicCache();
  cache.enable();
});

test('nothing is kept while events cannot be heard, and nothing survives a gap', () => {
  cache.disable();
  store('/api/trpc/a', [product], '1');
  expect(get('/api/trpc/a')).toBeNull();
  cache.enable();
  store('/api/trpc/a', [product], '1');
  expect(get('/api/trpc/a')?.body).toBe('1');
  cache.disable();
  cache.enable();
  expect(get('/api/trpc/a')).toBeNull();
});

test('an answer computed before an event and stored after it is not kept', () => {
  const began = cache.begin();
  cache.apply(event(mug));
  const body = `{"id":"${mug}"}`;
  cache.store({ url: '/api/trpc/a', policies: [product], body, bytes: Buffer.from(body), began });
  expect(get('/api/trpc/a')).toBeNull();
});

test('writes and other paths are never answered', () => {
  store('/api/trpc/a', [product], '1');
  expect(get('/api/trpc/a', {}, 'POST')).toBeNull();
  expect(get('/healthz')).toBeNull();
});

test('an event drops the page of its product and every list, and leaves other pages', () => {
  store('/api/trpc/mug', [product], `{"id":"${mug}"}`);
  store('/api/trpc/lamp', [product], `{"id":"${lamp}"}`);
  store('/api/trpc/list', [list], '[]');
  store('/api/trpc/both', [product, list], `{"id":"${lamp}"}`);
  store('/api/trpc/other', [{ seconds: 60, events: ['search/product.indexed'] }], '[]');
  cache.apply(event(mug));
  const left = ['mug', 'lamp', 'list', 'both', 'other'].filter((name) => get(`/api/trpc/${name}`));
  expect(left).toEqual(['lamp', 'other']);
});

test('an event too big to be sent whole drops everything of its name', () => {
  store('/api/trpc/lamp', [product], `{"id":"${lamp}"}`);
  cache.apply({ names: [changed], events: null });
  expect(get('/api/trpc/lamp')).toBeNull();
});

test('the shortest time of a batch counts', () => {
  vi.useFakeTimers();
  store('/api/trpc/a', [product, { seconds: 5 }], '1');
  vi.advanceTimersByTime(4_000);
  expect(get('/api/trpc/a')).not.toBeNull();
  vi.advanceTimersByTime(2_000);
  expect(get('/api/trpc/a')).toBeNull();
  vi.useRealTimers();
});

test('a browser that has the answer is told so', () => {
  store('/api/trpc/a', [product], '{"a":1}');
  const first = get('/api/trpc/a');
  expect(first).toMatchObject({ status: 200, body: '{"a":1}' });
  const headers = first?.headers ?? [];
  const etag = headers[headers.indexOf('etag') + 1] ?? '';
  expect(get('/api/trpc/a', { 'if-none-match': etag })).toMatchObject({ status: 304, body: undefined });
});

test('who wants to know of each time a kept answer is given is told, of unchanged ones too, and not while it is made', () => {
  const again = vi.fn();
  cache.store({
    url: '/api/trpc/a',
    policies: [list],
    body: '1',
    bytes: Buffer.from('1'),
    began: cache.begin(),
    again,
  });
  expect(again).not.toHaveBeenCalled();
  const etag = get('/api/trpc/a')?.headers?.[5] ?? '';
  expect(get('/api/trpc/a', { 'if-none-match': etag })?.status).toBe(304);
  expect(again).toHaveBeenCalledTimes(2);
  cache.apply(event(mug));
  get('/api/trpc/a');
  expect(again).toHaveBeenCalledTimes(2);
});
