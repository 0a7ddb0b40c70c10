import { createAppRouter } from '@mallhive/api-contract';
import { catalogFixture, productDraft } from '@mallhive/catalog/testing';
import { systemClock } from '@mallhive/kernel';
import { createLogger } from '@mallhive/observability';
import type { Context } from '@mallhive/trpc';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiFixture, startApi } from '../testing/api-fixture.ts';
import { answerCalls } from './answer-calls.ts';
import { readCalls } from './read-calls.ts';

let api: ApiFixture;
beforeAll(async () => {
  api = await startApi();
  const { seller } = await catalogFixture(api.database.db, systemClock);
  await api.composition.facades.catalog.upsertProducts([
    productDraft({ sellerId: seller.sellerId, slug: 'mug', sourceRef: 'mug', title: 'Mug “Größe” ☕' }),
  ]);
});
afterAll(() => api.close());

const context = (): Context => ({
  requestId: 'one',
  logger: createLogger({ name: 'test', level: 'silent' }),
  user: null,
  sessionId: null,
  cartToken: null,
  setCartToken: () => undefined,
  ip: '127.0.0.1',
  userAgent: 'test',
});

const known = () =>
  new Map(
    Object.entries(createAppRouter(api.composition.facades)._def.procedures).map(([path, procedure]) => [
      path,
      (procedure as unknown as { _def: { type: string } })._def.type,
    ]),
  );
const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));

/** Just what reading the calls looks at. */
function requestFor(method: string, address: string, body?: string): FastifyRequest {
  const { searchParams } = new URL(address, 'http://x');
  return { method, headers: {}, query: Object.fromEntries(searchParams), body } as unknown as FastifyRequest;
}

async function ours(method: string, path: string, search: string, body?: string) {
  const calls = readCalls(requestFor(method, `/${path}${search}`, body), path, known(), 10);
  if (!calls) return null;
  const router = createAppRouter(api.composition.facades);
  const answer = await answerCalls(calls, { router, context: context(), signal: undefined, onError: () => undefined });
  return { status: answer.status, body: answer.body };
}

async function theirs(method: string, path: string, search: string, body?: string) {
  const response = await fetchRequestHandler({
    endpoint: '/api/trpc',
    req: new Request(`http://x/api/trpc/${path}${search}`, {
      method,
      body,
      headers: { 'content-type': 'application/json' },
    }),
    router: createAppRouter(api.composition.facades),
    createContext: context,
  });
  return { status: response.status, body: await response.text() };
}

test.each<[string, string, string, string, string?]>([
  ['a read', 'GET', 'catalog.product', `?input=${json({ slug: 'mug' })}`],
  ['a read without input', 'GET', 'catalog.categories', ''],
  ['a batch of one', 'GET', 'catalog.categories', '?batch=1'],
  ['a batch of two', 'GET', 'catalog.product,identity.me', `?batch=1&input=${json({ 0: { slug: 'mug' } })}`],
  [
    'a batch in which one is refused',
    'GET',
    'catalog.product,identity.me',
    `?batch=1&input=${json({ 0: { slug: 'x' } })}`,
  ],
  ['a batch in which all are refused', 'GET', 'identity.addresses,identity.sessions', '?batch=1'],
  ['an input that the schema refuses', 'GET', 'catalog.product', `?input=${json({ slug: 5 })}`],
  ['no input where one is needed', 'GET', 'catalog.product', ''],
  ['a thing that is not there', 'GET', 'catalog.product', `?input=${json({ slug: 'nowhere' })}`],
  ['a write that is refused', 'POST', 'identity.signOut', '', '{}'],
  ['a write of a batch', 'POST', 'identity.signOut', '?batch=1', '{"0":{}}'],
])('%s is answered as the library would', async (_name, method, path, search, body) => {
  const mine = await ours(method, path, search, body);
  expect(mine).not.toBeNull();
  expect(mine).toEqual(await theirs(method, path, search, body));
});

test.each<[string, string, string, string, string?]>([
  ['an unknown procedure', 'GET', 'catalog.nothing', ''],
  ['a write as a read', 'GET', 'identity.signOut', ''],
  ['a read as a write', 'POST', 'catalog.categories', '', '{}'],
  ['an input that is not JSON', 'GET', 'catalog.product', '?input=%7B'],
  ['a batch whose input is a list', 'GET', 'catalog.product', '?batch=1&input=[]'],
  ['another method', 'PUT', 'identity.signOut', '', '{}'],
  ['too many calls', 'GET', Array.from({ length: 11 }, () => 'catalog.categories').join(','), '?batch=1'],
])('%s is left to the library', async (_name, method, path, search, body) => {
  expect(readCalls(requestFor(method, `/${path}${search}`, body), path, known(), 10)).toBeNull();
});
