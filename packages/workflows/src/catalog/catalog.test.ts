import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAnalytics } from '@mallhive/analytics';
import { type Catalog, createCatalog, type SellerProfileDraft } from '@mallhive/catalog';
import { catalogFixture, memberOf, productDraft } from '@mallhive/catalog/testing';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId, systemClock } from '@mallhive/kernel';
import type { orderPaid } from '@mallhive/orders/events';
import { createSearch, type Search } from '@mallhive/search';
import { searchInput } from '@mallhive/search/contract';
import { Inngest } from 'inngest';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { changedPages } from './changed-pages.ts';
import { handleSellerChanged } from './copy-seller.ts';
import { createCatalogFunctions } from './index.ts';
import { handleLearning } from './learn-from-order.ts';
import { handlePaidOrders } from './record-sale.ts';
import { handleProductChanges } from './refresh-product.ts';

/** Runs each step at once and keeps its name. */
function steps() {
  const ran: string[] = [];
  return {
    ran,
    run: <Value>(id: string, work: () => Promise<Value>): Promise<Value> => {
      ran.push(id);
      return work();
    },
  };
}

let database: TestDatabase;
let catalog: Catalog;
let search: Search;
let seller: SellerProfileDraft;
let shell: Server;
let web: { shellUrl: string; sellerUrl: string; internalSecret: string };
let status = 200;
let calls: { authorization: string | undefined; body: { paths: string[] } }[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  ({ catalog, seller } = await catalogFixture(database.db, systemClock));
  search = createSearch({ db: database.db, source: createCatalog({ db: database.db, currency: 'GBP' }) });
  shell = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as { paths: string[] };
    calls.push({ authorization: request.headers.authorization, body });
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => shell.listen(0, '127.0.0.1', resolve));
  const shellUrl = `http://127.0.0.1:${(shell.address() as AddressInfo).port}`;
  web = { shellUrl, sellerUrl: shellUrl, internalSecret: 'secret-of-the-house' };
});
afterAll(async () => {
  await new Promise((resolve) => shell.close(resolve));
  await database.close();
});
beforeEach(async () => {
  status = 200;
  calls = [];
  await database.db.pool.query('delete from catalog.outbox');
});

async function outbox(): Promise<{ data: unknown; ts: number }[]> {
  const { rows } = await database.db.pool.query('select data, occurred_at from catalog.outbox order by id');
  return rows.map((row) => ({ data: row.data, ts: row.occurred_at.getTime() }));
}
const find = (query: string) => search.products(searchInput.parse({ query }));

test('the SDK accepts every function, and their ids differ', () => {
  const analytics = createAnalytics({ db: database.db, owners: catalog, currency: 'GBP' });
  const inngest = new Inngest({ id: 'mallhive-test', isDev: true });
  const ids = createCatalogFunctions(inngest, { catalog, search, analytics, web }).map((created) => created.id());
  expect(ids).toContain('refresh-product');
  expect(new Set(ids).size).toBe(9);
});

test('pages of a change: both slugs, all categories, seller, home and sale, each once', () => {
  const change = {
    productId: newId(),
    slug: 'new',
    previousSlug: 'old',
    sellerSlug: 'oak',
    categoryPaths: ['a', 'a/b'],
    status: 'published' as const,
    created: false,
    bulk: false,
  };
  expect(changedPages([])).toEqual([]);
  expect(changedPages([change, { ...change, slug: 'other', previousSlug: null }])).toEqual([
    '/p/new',
    '/p/old',
    '/c/a',
    '/c/a/b',
    '/s/oak',
    '/p/other',
    '/',
    '/sale',
  ]);
  expect(changedPages([{ ...change, previousSlug: null, created: true }])).toEqual([
    '/c/a',
    '/c/a/b',
    '/s/oak',
    '/',
    '/sale',
  ]);
  const imported = Array.from({ length: 21 }, () => ({ ...change, previousSlug: null, created: true }));
  expect(changedPages(imported)).toEqual(['/', '/sale']);
  expect(changedPages([...imported, change])).toContain('/p/new');
});

test('a new product can be found and its pages are made anew; a second run changes nothing', async () => {
  const [product] = await catalog.upsertProducts([
    productDraft({ sellerId: seller.sellerId, title: 'Walnut desk', slug: 'walnut-desk' }),
  ]);
  const events = await outbox();
  for (let run = 0; run < 2; run += 1) {
    const step = steps();
    await handleProductChanges({ search, web }, events, step);
    expect(step.ran).toEqual(['index', 'revalidate-1']);
    expect((await find('walnut')).items.map(({ id }) => id)).toEqual([product?.id]);
  }
  expect(calls[0]).toEqual({
    authorization: 'Bearer secret-of-the-house',
    body: { paths: ['/c/home-living', '/c/home-living/chairs', `/s/${seller.slug}`, '/', '/sale'] },
  });
});

test('a shell that fails makes the step fail, so that it is tried again; the index has followed already', async () => {
  await catalog.upsertProducts([productDraft({ sellerId: seller.sellerId, title: 'Elm shelf' })]);
  status = 503;
  await expect(handleProductChanges({ search, web }, await outbox(), steps())).rejects.toThrow('503');
  expect((await find('elm shelf')).total).toBe(1);
});

test('edit, sell out and archive reach the index', async () => {
  const [product] = await catalog.upsertProducts([productDraft({ sellerId: seller.sellerId, title: 'Pine bench' })]);
  const { id: productId = '', variants = [] } = product ?? {};
  const edit = (version: number, fields: { title?: string; status?: 'archived' }) =>
    catalog.updateProduct(memberOf(seller.sellerId), { sellerId: seller.sellerId, productId, version, ...fields });
  const follow = async () => handleProductChanges({ search, web }, await outbox(), steps());

  await edit(1, { title: 'Cedar bench' });
  await catalog.applyStockChanged([{ variantId: variants[0]?.id ?? '', available: 0, version: 1 }]);
  await follow();
  expect((await find('cedar')).items).toMatchObject([{ title: 'Cedar bench', available: false }]);
  await edit(2, { status: 'archived' });
  await follow();
  expect((await find('cedar bench')).items.map(({ id }) => id)).not.toContain(productId);
});

test('a seller’s new name reaches cards, and an older event does not take it back', async () => {
  const [product] = await catalog.upsertProducts([productDraft({ sellerId: seller.sellerId })]);
  const { changedAt, since: _, ...face } = seller;
  const event = (name: string, ts: number) => ({ data: { ...face, name }, ts });
  await handleSellerChanged({ catalog }, event('Ash & Ember', changedAt.getTime() + 2000));
  await handleSellerChanged({ catalog }, event('Stale name', changedAt.getTime() + 1000));
  expect((await catalog.cardsByIds([product?.id ?? '']))[0]?.seller.name).toBe('Ash & Ember');
});

test('a paid order counts once in figures and recommendations', async () => {
  const analytics = createAnalytics({ db: database.db, owners: catalog, currency: 'GBP' });
  const made = await catalog.upsertProducts(
    ['Teak tray', 'Rattan basket'].map((title) =>
      productDraft({ sellerId: seller.sellerId, title, categoryPath: 'garden' }),
    ),
  );
  await search.indexProducts(made.map(({ id }) => id));
  const lines = made.map(({ id, variants }) => ({
    orderLineId: newId(),
    productId: id,
    variantId: variants[0]?.id ?? '',
    sellerId: seller.sellerId,
    title: 'Tray',
    variantTitle: '',
    quantity: 2,
    unitPrice: 100,
    total: 200,
    tax: 33,
  }));
  const data: z.input<typeof orderPaid.schema> = {
    orderId: newId(),
    number: 'MH-1',
    checkoutId: newId(),
    userId: null,
    email: 'ada@example.com',
    name: 'Ada',
    country: 'GB',
    currency: 'GBP',
    items: 400,
    shipping: 0,
    tax: 66,
    total: 400,
    placedAt: new Date().toISOString(),
    subOrders: [],
    lines,
    paymentId: newId(),
  };
  const event = { data, ts: Date.now() };
  expect(await handlePaidOrders({ analytics }, [event])).toEqual({ recorded: 2 });
  expect(await handlePaidOrders({ analytics }, [event])).toEqual({ recorded: 0 });
  expect(await handleLearning({ search }, [event])).toEqual({ recorded: 1 });
  expect(await handleLearning({ search }, [event])).toEqual({ recorded: 0 });
  const figures = await analytics.sellerToday(memberOf(seller.sellerId), {
    sellerId: seller.sellerId,
    timeZone: 'UTC',
  });
  expect(figures.today).toMatchObject({ revenue: 400, orders: 1, units: 4 });
  const rail = await search.recommend({ kind: 'also-bought', productId: made[0]?.id, limit: 4 });
  expect(rail.items[0]?.title).toBe('Rattan basket');
});
