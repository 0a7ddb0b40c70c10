import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ImportJob } from '../contract-import.ts';
import { stockCounted } from '../events.ts';
import { type Catalog, createCatalog } from '../index.ts';
import { createMemoryStorage } from '../media/memory-storage.ts';
import type { MediaPorts } from '../ports.ts';
import { catalogFixture, memberOf, productDraft, sellerProfile } from '../testing.ts';

let database: TestDatabase;
let catalog: Catalog;
let media: MediaPorts;
let fetched: string[];
let sellerId: string;
const clock = fixedClock('2026-03-01T10:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  await catalogFixture(database.db, clock);
});
afterAll(() => database.close());
beforeEach(async () => {
  fetched = [];
  media = {
    storage: createMemoryStorage(),
    pictures: { check: async (body) => ({ body, width: 30, height: 20 }) },
    fetcher: {
      fetch: async (url) => {
        fetched.push(url);
        return url.includes('broken') ? 'address_unreachable' : Buffer.from(`picture at ${url}`);
      },
    },
  };
  catalog = createCatalog({ db: database.db, currency: 'GBP', clock, media });
  const seller = sellerProfile();
  sellerId = seller.sellerId;
  await catalog.upsertSellerProfiles([seller]);
});

const owner = () => memberOf(sellerId);
const upload = async (content: string | Buffer, fileName = 'products.csv') =>
  (await catalog.createImport(owner(), { sellerId, fileName, body: Readable.from([Buffer.from(content)]) })).importId;

async function finish(importId: string): Promise<ImportJob> {
  for (let step = 0; step < 200; step += 1) {
    if ((await catalog.runImport(importId)).done) break;
  }
  return (await catalog.import(owner(), { sellerId, importId })).job;
}
async function start(
  importId: string,
  options: { mode?: ImportJob['mode']; dryRun?: boolean; mapping?: (string | null)[] } = {},
) {
  const { mapping, delimiter } = await catalog.importPreview(owner(), { sellerId, importId });
  const { mode = 'good_rows', dryRun = false } = options;
  await catalog.startImport(owner(), {
    sellerId,
    importId,
    delimiter,
    mapping: options.mapping ?? mapping,
    mode,
    dryRun,
  });
}
async function run(content: string | Buffer, options: Parameters<typeof start>[1] = {}) {
  const importId = await upload(content);
  await start(importId, options);
  return { importId, job: await finish(importId) };
}
const problems = async (importId: string) =>
  (await catalog.import(owner(), { sellerId, importId })).errors.map(({ row, column, code }) => [row, column, code]);
const errorFile = async (importId: string) =>
  text((await catalog.importErrorFile(owner(), { sellerId, importId })).body);
async function exported(filter: object = {}) {
  const { job } = await catalog.startExport(owner(), { sellerId, status: 'all', query: '', ...filter });
  await catalog.runExport(job.id);
  return text((await catalog.exportFile(owner(), { sellerId, exportId: job.id })).body);
}
async function products() {
  const { rows } = await database.db.pool.query(
    `select p.source_ref as handle, p.title, p.status, p.version, array_agg(v.sku order by v.position) as skus
     from catalog.products p join catalog.variants v on v.product_id = p.id and v.active where p.seller_id = $1 group by p.id order by 1`,
    [sellerId],
  );
  return rows as { handle: string; title: string; status: string; version: number; skus: string[] }[];
}
async function counted() {
  const { rows } = await database.db.pool.query(
    `select e.data from catalog.outbox e where e.name = $1 and e.data::text like '%' || $2 || '%'`,
    [stockCounted.name, sellerId],
  );
  return rows.flatMap(({ data }) => stockCounted.schema.parse(data).levels);
}

const chairs = `handle,title,category,status,option1_name,option1_value,sku,price_gbp,compare_at_gbp,price_eur,stock
oak-chair,Oak chair,home-living/chairs,published,Size,Small,OAK-S,49.00,59.00,55,7
oak-chair,,,,,Large,OAK-L,69,,,3
lamp,"Lamp, ""bright""",home-living/lamps,draft,,,LAMP,12.5,,,0
`;

describe('the file', () => {
  test('is refused empty, to strangers, and to staff who may not edit', async () => {
    await expect(upload('')).rejects.toMatchObject({ reason: 'file_empty' });
    await expect(upload('handle,title\n')).rejects.toMatchObject({ reason: 'file_empty' });
    const body = () => Readable.from([Buffer.from(chairs)]);
    for (const actor of [memberOf(newId()), memberOf(sellerId, 'fulfilment')]) {
      await expect(catalog.createImport(actor, { sellerId, fileName: 'x', body: body() })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    const importId = await upload(chairs);
    const other = newId();
    for (const call of [
      () => catalog.import(memberOf(other), { sellerId: other, importId }),
      () => catalog.importPreview(memberOf(other), { sellerId: other, importId }),
      () => catalog.cancelImport(memberOf(other), { sellerId: other, importId }),
      () => catalog.importErrorFile(memberOf(other), { sellerId: other, importId }),
    ]) {
      await expect(call()).rejects.toMatchObject({ reason: 'import_not_found' });
    }
  });

  test('whose line breaks leaves nothing behind', async () => {
    const breaking = Readable.from(
      (async function* () {
        yield Buffer.from('handle,title\n');
        throw new Error('the line went dead');
      })(),
    );
    await expect(catalog.createImport(owner(), { sellerId, fileName: 'x', body: breaking })).rejects.toThrow();
    expect((await catalog.imports(owner(), { sellerId })).items).toEqual([]);
  });

  const french = 'handle;title;category;sku;price;stock\nchaise;Chaise « été »;home-living/chairs;CH-1;49,90;2\n';
  test.each([
    ['utf-8', Buffer.from(french)],
    ['utf-8', Buffer.from(`\ufeff${french}`)],
    ['windows-1252', Buffer.from(french, 'latin1')],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(french, 'utf16le')])],
    ['utf-8', Buffer.from(french.replaceAll('\n', '\r\n'))],
  ])('is read as %s, with semicolons and comma decimals', async (encoding, content) => {
    const importId = await upload(content);
    const preview = await catalog.importPreview(owner(), { sellerId, importId });
    expect(preview).toMatchObject({
      encoding,
      delimiter: ';',
      header: ['handle', 'title', 'category', 'sku', 'price', 'stock'],
      mapping: ['handle', 'title', 'category', 'sku', 'price_gbp', 'stock'],
    });
    await start(importId);
    expect(await finish(importId)).toMatchObject({ status: 'done', products: { created: 1 } });
    expect(await products()).toMatchObject([{ title: 'Chaise « été »' }]);
    const card = await database.db.pool.query(
      'select r.amount from catalog.prices r join catalog.variants v on v.id = r.variant_id where v.seller_id = $1 and r.currency = $2',
      [sellerId, 'GBP'],
    );
    expect(card.rows).toEqual([{ amount: 4990 }]);
  });

  test('is mapped by hand, and the mapping is remembered for files with the same columns', async () => {
    const content = 'Ref;Was;Wo;Nr;Pfund\nstuhl;Stuhl;home-living/chairs;ST-1;10\n';
    const importId = await upload(content);
    expect((await catalog.importPreview(owner(), { sellerId, importId })).mapping).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    const mapping = ['handle', 'title', 'category', 'sku', 'price_gbp'];
    const how = { sellerId, importId, delimiter: ';' as const, mode: 'good_rows' as const, dryRun: false };
    for (const [wrong, reason] of [
      [[null, null, null, null, null], 'no_key'],
      [['handle', 'handle', null, null, null], 'field_twice'],
      [['handle', 'nonsense', null, null, null], 'unknown_field'],
      [['handle'], 'wrong_width'],
    ] as const) {
      await expect(catalog.startImport(owner(), { ...how, mapping: [...wrong] })).rejects.toMatchObject({
        reason: 'mapping_invalid',
        details: { reason },
      });
    }
    await start(importId, { mapping });
    await expect(catalog.startImport(owner(), { ...how, mapping })).rejects.toMatchObject({ reason: 'import_started' });
    expect((await finish(importId)).products.created).toBe(1);
    const again = await catalog.importPreview(owner(), { sellerId, importId: await upload(content) });
    expect(again).toMatchObject({ mapping, remembered: true });
  });

  test('with a quotation mark that never closes is read up to there', async () => {
    const { job, importId } = await run(`${chairs}bed,"Bed,home-living/chairs,draft,,,BED,1,,,\n`);
    expect(job).toMatchObject({ status: 'done', products: { created: 2 }, errorRows: 1 });
    expect(await problems(importId)).toEqual([[5, null, 'file_broken']]);
    expect(await errorFile(importId)).toContain('quotation mark');
  });
});

describe('products', () => {
  test('are made with variants, options, prices and stock, and a repeat changes nothing', async () => {
    const { job } = await run(chairs);
    expect(job).toMatchObject({
      status: 'done',
      rows: 3,
      writtenRows: 3,
      products: { created: 2, updated: 0, unchanged: 0, refused: 0 },
      errorRows: 0,
    });
    expect(await products()).toEqual([
      { handle: 'lamp', title: 'Lamp, "bright"', status: 'draft', version: 1, skus: ['LAMP'] },
      { handle: 'oak-chair', title: 'Oak chair', status: 'published', version: 1, skus: ['OAK-S', 'OAK-L'] },
    ]);
    expect((await counted()).map(({ available }) => available).sort()).toEqual([0, 3, 7]);
    const again = await run(chairs);
    expect(again.job.products).toEqual({ created: 0, updated: 0, unchanged: 2, refused: 0 });
    expect(await counted()).toHaveLength(3);
  });

  test('go through moderation like those of the editor', async () => {
    await run(chairs);
    const { rows } = await database.db.pool.query(
      "select moderation from catalog.products where seller_id = $1 and status = 'published'",
      [sellerId],
    );
    expect(rows).toEqual([{ moderation: 'pending' }]);
  });

  test('change only where the file has columns; other variants stay', async () => {
    await run(chairs);
    const { job } = await run('sku,price_gbp,stock\nOAK-L,75.00,9\n');
    expect(job.products).toMatchObject({ updated: 1, refused: 0 });
    expect(await products()).toMatchObject([
      { handle: 'lamp' },
      { title: 'Oak chair', skus: ['OAK-S', 'OAK-L'], version: 2 },
    ]);
    const { rows } = await database.db.pool.query(
      `select v.sku, r.currency, r.amount, r.compare_at from catalog.variants v
       join catalog.prices r on r.variant_id = v.id and not r.converted where v.seller_id = $1 order by 1, 2`,
      [sellerId],
    );
    expect(rows).toEqual([
      { sku: 'LAMP', currency: 'GBP', amount: 1250, compare_at: null },
      { sku: 'OAK-L', currency: 'GBP', amount: 7500, compare_at: null },
      { sku: 'OAK-S', currency: 'EUR', amount: 5500, compare_at: null },
      { sku: 'OAK-S', currency: 'GBP', amount: 4900, compare_at: 5900 },
    ]);
  });

  test('of the same title get addresses of their own', async () => {
    const line = (handle: string) => `${handle},Same title,garden,published,${handle.toUpperCase()},5\n`;
    await run(`handle,title,category,status,sku,price_gbp\n${line('one')}${line('two')}`);
    const { rows } = await database.db.pool.query('select slug from catalog.products where seller_id = $1', [sellerId]);
    expect(new Set(rows.map(({ slug }) => slug)).size).toBe(2);
  });

  test('keep reviews that buyers wrote, and translations', async () => {
    await run(chairs);
    const { rows } = await database.db.pool.query(
      "update catalog.products set moderation = 'approved' where seller_id = $1 and source_ref = 'oak-chair' returning id",
      [sellerId],
    );
    const productId = rows[0]?.id;
    const author = { id: newId(), name: 'Ada' };
    await catalog.grantReviewRights({ userId: author.id, productIds: [productId], orderId: newId(), at: clock.now() });
    await catalog.saveReview(author, { productId, rating: 4, title: '', body: '', images: [] });
    await run('sku,stock\nOAK-L,1\n');
    const after = await database.db.pool.query('select rating_count from catalog.products where id = $1', [productId]);
    expect(after.rows).toEqual([{ rating_count: 1 }]);
  });
});

describe('wrong rows', () => {
  const wrong = `handle,title,category,status,option1_name,option1_value,sku,barcode,price_gbp,stock
good,Good,garden,draft,,,GOOD,,1,1
no-title,,garden,draft,,,NT,,1,1
no-category,X,nowhere/at-all,draft,,,NC,,1,1
bad,X,garden,sold,,,B,123,-5,many
twins,X,garden,draft,Size,S,T1,,1,1
twins,,,,,S,T2,,1,1
no-price,X,garden,published,,,NP,,,1
good,Again,garden,draft,,,GOOD2,,1,1
dup,X,garden,draft,,,GOOD,,1,1
,Orphan,garden,draft,,,,,1,1
`;
  const expected = [
    [3, 'title', 'title_missing'],
    [4, 'category', 'category_unknown'],
    [5, 'status', 'status_unknown'],
    [5, 'barcode', 'barcode_invalid'],
    [5, 'price_gbp', 'price_invalid'],
    [5, 'stock', 'stock_invalid'],
    [6, null, 'other_row_wrong'],
    [7, 'option1_value', 'variant_twice'],
    [8, 'price_gbp', 'price_missing'],
    [9, 'handle', 'handle_scattered'],
    [10, 'sku', 'sku_twice'],
  ];

  test('are each named, good ones are written', async () => {
    const { job, importId } = await run(wrong);
    expect(job).toMatchObject({ status: 'done', products: { created: 1, refused: 7 } });
    const found = await problems(importId);
    for (const problem of expected) expect(found).toContainEqual(problem);
    expect((await products()).map(({ handle }) => handle)).toEqual(['good']);
  });

  test('keep everything out when it is all or nothing', async () => {
    const { job, importId } = await run(wrong, { mode: 'all_or_nothing' });
    expect(job).toMatchObject({ status: 'refused', writtenRows: 0 });
    expect(await products()).toEqual([]);
    const { job: second } = await catalog.repeatImport(owner(), {
      sellerId,
      importId,
      mode: 'good_rows',
      dryRun: false,
    });
    expect(await finish(second.id)).toMatchObject({ status: 'done', products: { created: 1 } });
  });

  test('a dry run says the same and writes nothing; then it is repeated for real', async () => {
    const { job, importId } = await run(chairs, { dryRun: true });
    expect(job).toMatchObject({
      status: 'done',
      dryRun: true,
      checkedRows: 3,
      writtenRows: 0,
      products: { created: 2 },
    });
    expect(await products()).toEqual([]);
    const { job: real } = await catalog.repeatImport(owner(), {
      sellerId,
      importId,
      mode: 'all_or_nothing',
      dryRun: false,
    });
    expect(await finish(real.id)).toMatchObject({ status: 'done', products: { created: 2 }, writtenRows: 3 });
  });

  test('come back as a file that can be corrected and imported', async () => {
    const { importId } = await run(`${chairs}bed,Bed,nowhere,draft,,,"BED",5,,,\n`);
    const file = await errorFile(importId);
    expect(file.split('\r\n')).toHaveLength(3);
    expect(file).toContain('import_row,import_error');
    expect(file).toContain(',5,category: There is no such category');
    const { job } = await run(file.replace('nowhere', 'garden'));
    expect(job.products).toMatchObject({ created: 1, refused: 0 });
  });

  test('a SKU of another own product is refused, also when somebody takes it meanwhile', async () => {
    await run(chairs);
    const { importId } = await run('handle,title,category,status,sku,price_gbp\nother,Other,garden,draft,OAK-S,5\n');
    expect(await problems(importId)).toEqual([[2, 'sku', 'sku_taken']]);
  });
});

describe('images', () => {
  const withImages = (cell: string) =>
    `handle,title,category,status,sku,price_gbp,images,image_alts\nhen,Hen,garden,draft,HEN,5,${cell},First | Second\n`;
  test('are fetched once, kept as own pictures, and one that fails costs only itself', async () => {
    const content = withImages('https://pictures.test/a.png | https://pictures.test/broken.png');
    const { job, importId } = await run(content);
    expect(job).toMatchObject({ status: 'done', products: { created: 1 }, errorRows: 0 });
    expect(await problems(importId)).toEqual([[2, 'images', 'image_failed']]);
    const { rows } = await database.db.pool.query(
      'select m.url, m.alt, m.width from catalog.product_media m join catalog.products p on p.id = m.product_id where p.seller_id = $1',
      [sellerId],
    );
    expect(rows).toEqual([
      { url: expect.stringMatching(/^\/media\/[0-9a-f]{40}\/picture\.webp$/), alt: 'First', width: 30 },
    ]);
    await run(withImages('https://pictures.test/a.png'));
    expect(fetched.filter((url) => url.endsWith('a.png'))).toHaveLength(1);
  });

  test('a dry run fetches nothing; what is no address is refused', async () => {
    await run(withImages('https://pictures.test/a.png'), { dryRun: true });
    expect(fetched).toEqual([]);
    for (const bad of ['file:///etc/passwd', 'chair.png', `/media/${'a'.repeat(40)}/picture.webp`]) {
      const { importId } = await run(withImages(bad));
      expect(await problems(importId)).toEqual([[2, 'images', 'image_invalid']]);
    }
  });
});

describe('an export', () => {
  const draft = () =>
    productDraft({
      sellerId,
      title: '=HYPERLINK("http://evil.test")',
      subtitle: "'-quoted",
      description: 'First.\n\nSecond, "with" marks;\nand a line.',
      highlights: ['a | b', '+1', 'back\\slash'],
      attributes: [{ name: 'Material', value: 'Oak: solid' }],
      tags: ['@tag'],
      options: [
        {
          name: 'Size',
          values: [
            { value: '-1', swatch: null },
            { value: '+2', swatch: '#fff' },
          ],
        },
      ],
      variants: [
        {
          sku: `A-${sellerId}`,
          title: '-1',
          optionValues: { Size: '-1' },
          price: 4900,
          compareAt: 5900,
          stock: 3,
          imageIndex: 1,
        },
        {
          sku: `B-${sellerId}`,
          title: '+2',
          optionValues: { Size: '+2' },
          price: 5900,
          stock: 0,
          prices: { JPY: { amount: 900, compareAt: null } },
        },
      ],
    });

  test('imported again changes nothing', async () => {
    await catalog.upsertProducts([draft(), productDraft({ sellerId, status: 'draft', images: [] })]);
    const file = await exported();
    const { job, importId } = await run(file);
    expect(await problems(importId)).toEqual([]);
    expect(job.products).toEqual({ created: 0, updated: 0, unchanged: 2, refused: 0 });
    expect(await counted()).toEqual([]);
    expect(await exported()).toBe(file);
  });

  test('makes the same products in an empty shop', async () => {
    await run(chairs);
    const file = await exported();
    const seller = sellerProfile();
    await catalog.upsertSellerProfiles([seller]);
    sellerId = seller.sellerId;
    await run(file);
    expect(await exported()).toBe(file);
  });

  test('shows a spreadsheet no formula', async () => {
    await catalog.upsertProducts([draft()]);
    const cells = (await exported()).split(/[\r\n]+/).flatMap((line) => line.split(','));
    expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
  });

  test('takes what the filter says, for its own organisation only', async () => {
    await run(chairs);
    const lines = async (filter: object) => (await exported(filter)).trim().split('\r\n').length - 1;
    expect(await lines({ status: 'draft' })).toBe(1);
    expect(await lines({ category: 'home-living' })).toBe(3);
    expect(await lines({ category: 'home' })).toBe(0);
    expect(await lines({ query: 'OAK' })).toBe(2);
    const { job } = await catalog.startExport(owner(), { sellerId, status: 'all', query: '' });
    const other = newId();
    await expect(catalog.exportFile(memberOf(other), { sellerId: other, exportId: job.id })).rejects.toMatchObject({
      reason: 'export_not_found',
    });
    await expect(catalog.exportFile(owner(), { sellerId, exportId: job.id })).rejects.toMatchObject({
      reason: 'export_not_found',
    });
  });
});

describe('the job', () => {
  const many = (count: number) =>
    `handle,title,category,status,sku,price_gbp,stock\n${Array.from({ length: count }, (_, index) => `thing-${index},Thing ${index},garden,published,THING-${index},5,2\n`).join('')}`;

  test('killed anywhere goes on where it stood: nothing twice, nothing missing', async () => {
    const importId = await upload(many(1_700));
    await start(importId);
    let kills = 0;
    // Every few connections the process dies: a transaction under way is lost.
    const dying = new Proxy(database.db, {
      get: (target, key) =>
        key === 'pool'
          ? new Proxy(target.pool, {
              get: (pool, name) =>
                name === 'connect'
                  ? async () => {
                      const client = await target.pool.connect();
                      kills += 1;
                      if (kills % 3 !== 0) return client;
                      client.release();
                      throw new Error('killed');
                    }
                  : Reflect.get(pool, name, pool),
            })
          : Reflect.get(target, key, target),
    });
    const mortal = createCatalog({ db: dying, currency: 'GBP', clock, media });
    let deaths = 0;
    for (let life = 0; life < 60; life += 1) {
      const outcome = await mortal.runImport(importId, { budgetMs: 0 }).catch(() => null);
      if (outcome?.done) break;
      if (!outcome) deaths += 1;
    }
    expect(deaths).toBeGreaterThan(2);
    const { job } = await catalog.import(owner(), { sellerId, importId });
    expect(job).toMatchObject({ status: 'done', writtenRows: 1_700, products: { created: 1_700, refused: 0 } });
    expect(await products()).toHaveLength(1_700);
    expect(await counted()).toHaveLength(1_700);
  });

  test('in two processes at once writes everything once', async () => {
    const importId = await upload(many(1_200));
    await start(importId);
    await Promise.all([finish(importId), finish(importId)]);
    const job = await finish(importId);
    expect(job).toMatchObject({ status: 'done', products: { created: 1_200, updated: 0, refused: 0 } });
    expect(await counted()).toHaveLength(1_200);
  });

  test('cancelled stops between two portions; what is written stays; it cannot be cancelled twice', async () => {
    const importId = await upload(many(1_200));
    await start(importId);
    await catalog.runImport(importId, { budgetMs: 0 });
    const { job } = await catalog.cancelImport(owner(), { sellerId, importId });
    expect(job.status).toBe('cancelled');
    expect(await catalog.runImport(importId)).toEqual({ done: true });
    expect(await products()).toHaveLength(500);
    await expect(catalog.cancelImport(owner(), { sellerId, importId })).rejects.toMatchObject({
      reason: 'import_finished',
    });
    const again = await catalog.repeatImport(owner(), { sellerId, importId, mode: 'good_rows', dryRun: false });
    expect((await finish(again.job.id)).products).toMatchObject({ created: 700, unchanged: 500 });
  });

  test('given up says so; old files go', async () => {
    const importId = await upload(many(2));
    await start(importId);
    await catalog.failImport(importId);
    expect((await catalog.import(owner(), { sellerId, importId })).job.status).toBe('failed');
    clock.advance(31 * 24 * 60 * 60 * 1000);
    expect(await catalog.cleanUpFiles()).toBeGreaterThan(0);
    await expect(catalog.import(owner(), { sellerId, importId })).rejects.toMatchObject({ reason: 'import_not_found' });
    expect(await media.storage.read(`private/imports/${importId}.csv`)).toBeNull();
  });
});
