import { Readable } from 'node:stream';
import { createCart } from '@mallhive/cart';
import { stockChanged } from '@mallhive/cart/events';
import { createCatalog } from '@mallhive/catalog';
import { sellerProductsInput } from '@mallhive/catalog/contract';
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

/** A shop of catalog and inventory whose stock is copied as the workers do it. */
async function openShop() {
  const { seller } = await catalogFixture(database.db, clock);
  const { sellerId } = seller;
  const catalog = createCatalog({ db: database.db, currency: 'GBP', clock, media });
  const cart = createCart({ db: database.db, variants: catalog, currency: 'GBP', clock });
  const owner = { id: newId(), memberships: [{ sellerId, role: 'owner' as const }] };
  const copyStock = async () => {
    const { rows } = await database.db.pool.query('select data from cart.outbox where name = $1', [stockChanged.name]);
    for (const { data } of rows) await catalog.applyStockChanged(stockChanged.schema.parse(data).levels);
  };
  const importText = async (text: string) => {
    const body = Readable.from([Buffer.from(text)]);
    const { importId } = await catalog.createImport(owner, { sellerId, fileName: 'stools.csv', body });
    const { mapping, delimiter } = await catalog.importPreview(owner, { sellerId, importId });
    await catalog.startImport(owner, { sellerId, importId, mapping, delimiter, mode: 'good_rows', dryRun: false });
    await handleImport({ catalog }, { data: { importId } }, step);
    const { rows } = await database.db.pool.query('select data from catalog.outbox where name = $1', [
      stockCounted.name,
    ]);
    for (const { data } of rows) await handleCountedStock({ cart }, { data }, step);
    await copyStock();
    return (await catalog.import(owner, { sellerId, importId })).job;
  };
  const exportText = async () => {
    const { job } = await catalog.startExport(owner, { sellerId, status: 'all', query: '' });
    await catalog.runExport(job.id);
    const { body } = await catalog.exportFile(owner, { sellerId, exportId: job.id });
    return String(Buffer.concat(await body.toArray()));
  };
  const level = async (variantId: string) => (await cart.stock(owner, { sellerId, variantIds: [variantId] })).levels[0];
  return { sellerId, owner, catalog, cart, importText, exportText, level };
}

test('a file that was exported changes nothing when it comes back, whatever is being paid for', async () => {
  const { sellerId, owner, catalog, cart, importText, exportText, level } = await openShop();
  const first = await importText(
    'handle,title,category,status,sku,price_gbp,stock\nstool,Stool,garden,draft,STOOL,5,9\n',
  );
  expect(first).toMatchObject({ status: 'done', products: { created: 1 } });
  const [product] = (await catalog.sellerProducts(owner, sellerProductsInput.parse({ sellerId }))).items;
  const { product: stool } = await catalog.sellerProduct(owner, { sellerId, productId: product?.id ?? '' });
  const variantId = stool.variants[0]?.id ?? '';
  const reserve = (quantity: number) =>
    cart.reserve({
      checkoutId: newId(),
      cartId: null,
      lines: [{ variantId, quantity }],
      expiresAt: new Date(clock.now().getTime() + 60_000),
    });
  // Seven units in all, of two places, four of them held.
  const { locations } = await cart.createLocation(owner, { sellerId, name: 'Barn' });
  const [main, barn] = locations.map(({ id }) => id);
  await cart.transferStock(owner, {
    ...{ sellerId, variantId, transferId: newId(), quantity: 3, note: '' },
    fromId: main ?? '',
    toId: barn ?? '',
  });
  await reserve(8);
  await importText('sku,stock\nSTOOL,1\n');
  expect(await level(variantId)).toEqual({ variantId, onHand: 9, reserved: 8, available: 1 });

  const text = await exportText();
  expect(text).toContain('STOOL');
  expect(await importText(text)).toMatchObject({ products: { unchanged: 1 }, errorRows: 0 });
  expect(await level(variantId)).toEqual({ variantId, onHand: 9, reserved: 8, available: 1 });

  // Five can be sold, says the seller, while shoppers pay and others come.
  await Promise.all([importText('sku,stock\nSTOOL,5\n'), reserve(1), reserve(1), reserve(1)]);
  const after = await level(variantId);
  expect(after?.reserved).toBeGreaterThanOrEqual(9);
  expect(after?.available).toBeGreaterThanOrEqual(2);
  expect(after?.onHand).toBe((after?.reserved ?? 0) + (after?.available ?? 0));
});

test('a variant that has no price yet keeps the stock that is given for it', async () => {
  const { sellerId, owner, catalog, cart, level } = await openShop();
  const { categories } = await catalog.categories();
  const { product: made } = await catalog.createProduct(owner, {
    sellerId,
    title: 'Bench',
    categoryId: categories[0]?.id ?? '',
  });
  const variantId = made.variants[0]?.id ?? '';
  expect(made.variants).toMatchObject([{ prices: {} }]);
  await cart.setStock(owner, { sellerId, variantId, onHand: 6 });
  expect(await level(variantId)).toMatchObject({ onHand: 6, available: 6 });
  const { items } = await cart.inventory(owner, { sellerId, state: 'all', limit: 10 });
  expect(items).toMatchObject([{ title: 'Bench', onHand: 6 }]);
});
