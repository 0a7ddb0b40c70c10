import { createAppRouter } from '@mallhive/api-contract';
import { catalogFixture, productDraft } from '@mallhive/catalog/testing';
import { statement } from '@mallhive/db';
import { systemClock } from '@mallhive/kernel';
import { createLogger } from '@mallhive/observability';
import type { Context } from '@mallhive/trpc';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiFixture, startApi } from '../testing/api-fixture.ts';
import { answerCalls } from './answer-calls.ts';
import { readCalls } from './read-calls.ts';
import { readyAnswers } from './ready-answers.ts';
import { readyReads } from './ready-reads.ts';

let api: ApiFixture;
beforeAll(async () => {
  api = await startApi();
  const { seller } = await catalogFixture(api.database.db, systemClock);
  await api.composition.facades.catalog.upsertProducts([
    productDraft({ sellerId: seller.sellerId, slug: 'mug', sourceRef: 'mug', title: 'Mug “Größe” ☕' }),
    productDraft({
      sellerId: seller.sellerId,
      slug: 'bowl',
      sourceRef: 'bowl',
      title: 'A "title": "bowl", \\ "badges": []',
      attributes: [{ name: 'Material', value: 'Ash' }],
      options: [{ name: 'Colour', values: ['Oak', 'Ash'].map((value) => ({ value, swatch: null })) }],
      variants: ['Oak', 'Ash'].map((Colour, index) => ({
        sku: `BOWL-${index}`,
        title: Colour,
        optionValues: { Colour },
        price: 900 + index,
        compareAt: 1_200,
        stock: 2,
      })),
    }),
  ]);
  const [bowl] = await api.database.db.sql.many<{ id: string }>(
    statement(
      'test.translate',
      `insert into catalog.product_translations (product_id, locale, title, options)
       select id, 'de', 'Eine "Schale" $&', '{"Colour": {"name": "Farbe", "values": {"Oak": "Eiche"}}}' from catalog.products
       where slug = 'bowl' returning product_id as id`,
    ),
  );
  await api.database.db.pool.query('select catalog.refresh_cards($1, now())', [[bowl?.id]]);
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
  const ready = readyAnswers(router, readyReads(api.composition.facades));
  const onError = () => undefined;
  const answer = await answerCalls(calls, { router, context: context(), ready, signal: undefined, onError });
  return { status: answer.status, body: JSON.parse(answer.body) as unknown };
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
  return { status: response.status, body: await response.json() };
}

test.each<[string, string, string, string, string?]>([
  ['a read', 'GET', 'catalog.product', `?input=${json({ slug: 'mug' })}`],
  [
    'a read in another language and currency',
    'GET',
    'catalog.product',
    `?input=${json({ slug: 'mug', locale: 'de', currency: 'EUR' })}`,
  ],
  ['a list', 'GET', 'catalog.products', `?input=${json({ sort: 'price-asc', currency: 'JPY' })}`],
  ['a list of what is on sale', 'GET', 'catalog.products', `?input=${json({ onSale: true, locale: 'de' })}`],
  ['a list by ids', 'GET', 'catalog.products', `?input=${json({ ids: [] })}`],
  ['a list from a place that is none', 'GET', 'catalog.products', `?input=${json({ cursor: 'nowhere' })}`],
  [
    'a batch of a product and lists',
    'GET',
    'catalog.product,catalog.products',
    `?batch=1&input=${json({ 0: { slug: 'mug' }, 1: { limit: 1 } })}`,
  ],
  ['a product that is translated', 'GET', 'catalog.product', `?input=${json({ slug: 'bowl', locale: 'de' })}`],
  ['a list in another language', 'GET', 'catalog.products', `?input=${json({ locale: 'de' })}`],
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
