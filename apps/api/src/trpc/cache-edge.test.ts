import { catalogFixture, productDraft } from '@mallhive/catalog/testing';
import { systemClock } from '@mallhive/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiFixture, startApi } from '../testing/api-fixture.ts';

let api: ApiFixture;
let sellerId: string;
beforeAll(async () => {
  api = await startApi();
  const { seller } = await catalogFixture(api.database.db, systemClock);
  sellerId = seller.sellerId;
});
afterAll(() => api.close());

const save = (title: string, slug = 'mug') =>
  api.composition.facades.catalog.upsertProducts([productDraft({ sellerId, slug, sourceRef: slug, title })]);
const title = async (response: Response) =>
  ((await response.json()) as { result: { data: { product: { title: string } } } }).result.data.product.title;
const read = (headers = {}) => api.query('catalog.product', { slug: 'mug' }, headers);

test('a product is answered from memory without a statement, until it changes', async () => {
  await save('Mug');
  expect(await title(await read())).toBe('Mug');
  await expect
    .poll(async () => {
      await (await read()).text();
      const hits = api.cache.counts.hits;
      await (await read()).text();
      return api.cache.counts.hits - hits;
    })
    .toBe(1);

  await save('Better mug');
  await expect.poll(async () => title(await read()), { interval: 20, timeout: 2_000 }).toBe('Better mug');
});

test('a browser that has the answer gets 304, and a session changes nothing', async () => {
  await save('Mug again');
  await expect.poll(async () => title(await read()), { interval: 20 }).toBe('Mug again');
  const first = await read();
  const etag = first.headers.get('etag') ?? '';
  expect(etag).not.toBe('');
  expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  expect((await read({ 'if-none-match': etag })).status).toBe(304);
  const { cookie } = await api.signIn('reader@example.com');
  expect((await read({ cookie })).headers.get('etag')).toBe(etag);
});

test('personal reads and refusals are not kept', async () => {
  const before = api.cache.size;
  await (await api.query('identity.me')).text();
  await (await api.query('cart.get')).text();
  await (await api.query('catalog.product', { slug: 'nowhere' })).text();
  await (await fetch(`${api.url}/api/trpc/identity.me,catalog.categories?batch=1&input=%7B%7D`)).text();
  expect(api.cache.size).toBe(before);
});

test('an edit in another process empties this one too', async () => {
  await save('Seen');
  await expect.poll(async () => title(await read()), { interval: 20 }).toBe('Seen');
  const other = await startApiBeside();
  await other.save('Edited elsewhere');
  await expect.poll(async () => title(await read()), { interval: 20, timeout: 2_000 }).toBe('Edited elsewhere');
  await other.close();
});

/** Another process in all but name: its own pool and facades on the same database. */
async function startApiBeside() {
  const { compose } = await import('../compose.ts');
  const { config } = api.composition;
  const beside = compose(config);
  return {
    save: (newTitle: string) =>
      beside.facades.catalog.upsertProducts([
        productDraft({ sellerId, slug: 'mug', sourceRef: 'mug', title: newTitle }),
      ]),
    close: beside.close,
  };
}

test('searches that are answered from memory are counted like others', async () => {
  const { search } = api.composition.facades;
  const input = { query: 'counted twice' };
  const ask = async () => (await api.query('search.products', input)).text();
  await ask();
  const hits = api.cache.counts.hits;
  await expect
    .poll(async () => {
      await ask();
      return api.cache.counts.hits - hits;
    })
    .toBeGreaterThan(1);
  const asked = 1 + api.cache.counts.hits - hits;
  const { top } = await search.analytics({ days: 1 });
  expect(top.find(({ query }) => query === 'counted twice')?.searches).toBeGreaterThanOrEqual(asked);
});
