import { Readable } from 'node:stream';
import { createCart } from '@mallhive/cart';
import { createCatalog } from '@mallhive/catalog';
import { exportRequested, importRequested, stockCounted } from '@mallhive/catalog/events';
import { catalogFixture, memberOf } from '@mallhive/catalog/testing';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { shipmentCreated } from '@mallhive/orders/events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handleParcel } from './allow-reviews.ts';
import { handleCleanUp } from './clean-up.ts';
import { handleCountedStock } from './count-stock.ts';
import { handleImport } from './run-import.ts';

let database: TestDatabase;
const clock = fixedClock('2026-03-01T10:00:00Z');
const objects = new Map<string, Buffer>();
const storage = {
  read: async (key: string) => objects.get(key) ?? null,
  open: async (key: string) => (objects.has(key) ? Readable.from([objects.get(key) ?? Buffer.alloc(0)]) : null),
  write: async (key: string, body: Buffer | Readable) => {
    const chunks: Buffer[] = [];
    for await (const chunk of Buffer.isBuffer(body) ? [body] : body) chunks.push(Buffer.from(chunk as Buffer));
    objects.set(key, Buffer.concat(chunks));
  },
  remove: async (keys: readonly string[]) => {
    for (const key of keys) objects.delete(key);
  },
};
const media = {
  storage,
  pictures: { check: async () => 'picture_unreadable' as const },
  fetcher: { fetch: async () => 'address_refused' as const },
};
const step = { run: <Value>(_: string, work: () => Promise<Value>): Promise<unknown> => work() };

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test('an import runs to its end, its stock reaches inventory, its buyers may review, its files go when they are old', async () => {
  const { seller } = await catalogFixture(database.db, clock);
  const catalog = createCatalog({ db: database.db, currency: 'GBP', clock, media });
  const cart = createCart({ db: database.db, variants: catalog, currency: 'GBP', clock });
  const { sellerId } = seller;
  const actor = memberOf(sellerId);
  const body = Readable.from([
    Buffer.from('handle,title,category,status,sku,price_gbp,stock\nhen,Hen,garden,draft,HEN,5,7\n'),
  ]);
  const { importId } = await catalog.createImport(actor, { sellerId, fileName: 'hens.csv', body });
  const { mapping, delimiter } = await catalog.importPreview(actor, { sellerId, importId });
  await catalog.startImport(actor, { sellerId, importId, mapping, delimiter, mode: 'good_rows', dryRun: false });

  const events = async (name: string) =>
    (await database.db.pool.query('select data from catalog.outbox where name = $1', [name])).rows as {
      data: unknown;
    }[];
  const [requested] = await events(importRequested.name);
  await handleImport({ catalog }, { data: requested?.data }, step);
  const { job } = await catalog.import(actor, { sellerId, importId });
  expect(job).toMatchObject({ status: 'done', products: { created: 1 } });

  const [counted] = await events(stockCounted.name);
  await handleCountedStock({ cart }, { data: counted?.data }, step);
  await handleCountedStock({ cart }, { data: counted?.data }, step);
  const { levels } = stockCounted.schema.parse(counted?.data);
  const stock = await cart.stock(
    { id: actor.id, memberships: [{ sellerId, role: 'owner' }] },
    { sellerId, variantIds: levels.map(({ variantId }) => variantId) },
  );
  expect(stock.levels).toMatchObject([{ onHand: 7 }]);

  const productId = levels[0]?.productId ?? '';
  const [userId, orderId] = [newId(), newId()];
  const parcel = {
    shipmentId: newId(),
    orderId,
    orderNumber: 'MH-1',
    subOrderId: newId(),
    sellerId,
    sellerName: 'Hens',
    email: 'a@example.test',
    name: 'Ada',
    carrier: 'Post',
    trackingNumber: '1',
    trackingUrl: null,
    lines: [{ productId, title: 'Hen', variantTitle: '', quantity: 1 }],
  };
  // A guest, and an event of before lines named their product.
  await handleParcel({ catalog }, { data: shipmentCreated.schema.parse({ ...parcel, userId: null }) }, step);
  await handleParcel(
    { catalog },
    { data: { ...parcel, userId, lines: [{ title: 'Hen', variantTitle: '', quantity: 1 }] } },
    step,
  );
  expect((await catalog.myReview(userId, { productId })).refusal).toBe('not_bought');
  for (let again = 0; again < 2; again += 1) await handleParcel({ catalog }, { data: { ...parcel, userId } }, step);
  expect((await catalog.myReview(userId, { productId })).refusal).toBeNull();

  const { job: made } = await catalog.startExport(actor, { sellerId, status: 'all', query: '' });
  expect(await events(exportRequested.name)).toHaveLength(1);
  await catalog.runExport(made.id);
  expect(objects.size).toBe(2);
  clock.advance(40 * 24 * 60 * 60 * 1000);
  await handleCleanUp({ catalog }, step);
  expect(objects.size).toBe(0);
});
